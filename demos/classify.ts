import { defineDemo, label, slider, text } from "yieldcast";
import { createLanguageGuess } from "./_guess-language";

export default defineDemo({
  title: "Classify",
  description: "Which language is it? A small classifier settles, letter by letter.",
  inputs: {
    words: text({
      minLength: 1,
      maxLength: 500,
      default: "Esta tarde vamos en tren a la playa y volveremos muy tarde.",
    }),
    pace: slider({ min: 5, max: 100, default: 20, label: "Letters a second" }),
  },
  examples: {
    run: true,
    of: [
      { words: "Esta tarde vamos en tren a la playa y volveremos muy tarde." },
      { words: "Der Zug nach Norden hat heute leider etwas Verspätung." },
      { words: "Het regent al de hele dag en niemand wil naar buiten." },
    ],
  },
  outputs: { language: label({ top: 5 }), read: text({ append: true }) },
  async *run({ words, pace }, { sleep, progress }) {
    const guess = createLanguageGuess();
    const letters = [...words];
    for (const [at, letter] of letters.entries()) {
      guess.read(letter);
      progress(at + 1, letters.length);
      yield { language: guess.confidences(), read: letter };
      await sleep(1000 / pace);
    }
  },
});
