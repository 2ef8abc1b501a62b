import { describe, expect, test } from "@jest/globals";
import { createLanguageGuess } from "@/demos/_guess-language";
import type { LoggedLabel } from "@/lib/kinds/label";
import { runDemo } from "./run-demo";

/** None of these sentences is in what the classifier learns from. */
const unseen = {
  English: "We are going to the beach by train this afternoon, and we shall be back late.",
  German: "Wir fahren heute Nachmittag mit dem Zug ans Meer und kommen erst spät zurück.",
  French: "Nous prenons le train pour la mer cet après-midi et nous rentrerons tard.",
  Spanish: "Esta tarde vamos en tren a la playa y volveremos muy tarde a nuestra casa.",
  Italian: "Oggi pomeriggio andiamo al mare con il treno e torneremo tardi a casa nostra.",
  Portuguese: "Hoje à tarde vamos de comboio para a praia e voltamos muito tarde para casa.",
  Dutch: "De zon schijnt en we gaan straks met de trein naar zee.",
  Swedish: "I eftermiddag tar vi tåget till havet och kommer hem mycket sent.",
  Polish: "Po południu jedziemy pociągiem nad morze i wracamy bardzo późno.",
  Turkish: "Öğleden sonra trenle denize gidiyoruz ve eve çok geç döneceğiz.",
  Finnish: "Iltapäivällä menemme junalla merelle ja palaamme kotiin hyvin myöhään.",
};

describe("the classifier of languages", () => {
  test.each(Object.entries(unseen))(
    "knows a sentence of %s that it has not seen",
    (name, words) => {
      const guess = createLanguageGuess();
      for (const letter of words) guess.read(letter);
      expect(guess.confidences()[name]).toBeGreaterThan(0.99);
    },
  );

  test("knows nothing before the first letter, and is a probability at each", () => {
    const guess = createLanguageGuess();
    const sums: number[] = [];
    const certainties: number[] = [];
    for (const letter of ["", ..."Esta tarde vamos, 日本 😀\u0000\u202e!"]) {
      if (letter) guess.read(letter);
      const values = Object.values(guess.confidences());
      sums.push(values.reduce((sum, value) => sum + value, 0));
      certainties.push(Math.max(...values));
    }
    expect(certainties[0]).toBeCloseTo(1 / 11);
    for (const sum of sums) expect(sum).toBeCloseTo(1);
    expect(certainties.every((value) => value <= 1)).toBe(true);
  });
});

test("the demo classify reads letter by letter, and comes to what the classifier says", async () => {
  await using run = await runDemo("classify", {
    words: "Il neige, et les enfants sont heureux.",
    pace: 100,
  });
  const { outputs, run: state } = await run.reaches();
  expect(state.status).toBe("DONE");
  expect(outputs.read).toMatchObject({ delta: "Il neige, et les enfants sont heureux." });
  expect((outputs.language as LoggedLabel).confidences[0]?.label).toBe("French");
  expect((await run.entries()).filter((entry) => entry.outputs)).toHaveLength(38);
});
