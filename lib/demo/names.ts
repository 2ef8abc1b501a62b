/** The three names of a demo. */
export interface DemoNames {
  /** In addresses: `fake-diffusion`. */
  name: string;
  /** The subscription's field: `fakeDiffusion`. */
  field: string;
  /** The stem of its types: `FakeDiffusion`. */
  type: string;
}

/**
 * The names that a demo gets from its file's name.
 *
 * @example namesOf("fake-diffusion") // { name: "fake-diffusion", field: "fakeDiffusion", type: "FakeDiffusion" }
 */
export function namesOf(stem: string): DemoNames {
  const words = wordsOf(stem).map((word) => word.toLowerCase());
  const type = words.map(capital).join("");
  return { name: words.join("-"), field: type.charAt(0).toLowerCase() + type.slice(1), type };
}

/** A name in words, to be read: `maxTokens` is `Max tokens`. */
export function titleOf(name: string): string {
  return capital(
    wordsOf(name)
      .map((word) => word.toLowerCase())
      .join(" "),
  );
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
