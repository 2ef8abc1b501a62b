const corpus = `A generator is a function that can pause. It yields a value, waits until somebody asks for the next one,
and goes on where it stopped. A stream is what you see of a generator from afar: values that come one after another.
A run is a log of everything that a generator has yielded, so a viewer can leave and come back and miss nothing.
The first value comes at once, and the next one comes when it is ready. A viewer who is late sees the state first and
then what is new. A slow viewer never slows the run, because the log waits for the viewer and the run waits for nobody.
Write one file, yield a value, and a page shows it. Yield another one and the page changes. That is all there is to it.`;

const words = corpus.split(/\s+/);

/**
 * A small text generator: a Markov chain over the words above, begun at a word of the prompt.
 * https://en.wikipedia.org/wiki/Markov_chain
 */
export function* babble(prompt: string, sentences = 4): Generator<string> {
  const said = new Set(prompt.toLowerCase().match(/[a-z]+/g));
  const starts = words.filter((word) => /^[A-Z]/.test(word));
  let word =
    pick(words.filter((each) => /^[A-Z]/.test(each) && said.has(each.toLowerCase()))) ??
    pick(starts);
  while (word !== undefined && sentences > 0) {
    yield `${word} `;
    if (word.endsWith(".")) sentences--;
    const last = word;
    word = pick(words.filter((_, at) => words[at - 1] === last));
  }
}

/** The words of a prompt that stand in the text above, in its order. */
export function knownWords(prompt: string): string[] {
  const said = new Set(prompt.toLowerCase().match(/[a-z]+/g));
  const known = new Set(corpus.toLowerCase().match(/[a-z]+/g));
  return [...said].filter((word) => known.has(word));
}

function pick<Item>(items: Item[]): Item | undefined {
  return items[Math.floor(Math.random() * items.length)];
}
