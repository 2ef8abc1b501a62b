import { describe, expect, it } from "@jest/globals";
import { differingInputs } from "../../../../lib/client/compare/differing-inputs";

const demo = (...inputs: [name: string, kind?: "number" | "text" | "json" | "image"][]) => ({
  inputs: inputs.map(([name, kind = "number" as const]) => ({ name, kind })),
});
const steps = demo(["steps"], ["seed"]);

describe("inputs that differ between runs", () => {
  it("are those of which one run at least has another value", () => {
    expect(
      differingInputs([
        { demo: steps, inputs: { steps: 3, seed: 1 } },
        { demo: steps, inputs: { steps: 3, seed: 1 } },
        { demo: steps, inputs: { steps: 3, seed: 2 } },
      ]),
    ).toEqual(Array.from({ length: 3 }, () => ({ steps: "same", seed: "differs" })));
  });

  it("are not those that JSON writes in another order, or that are nothing in two ways", () => {
    const data = demo(["data", "json"], ["note", "text"]);
    const given = (inputs: { [input: string]: unknown }) => ({ demo: data, inputs });
    expect(
      differingInputs([
        given({ data: { a: 1, b: { c: [1, { d: 2, e: 3 }] } }, note: null }),
        given({ data: { b: { c: [1, { e: 3, d: 2 }] }, a: 1 } }),
      ]),
    ).toEqual([
      { data: "same", note: "same" },
      { data: "same", note: "same" },
    ]);
    const [one] = differingInputs([
      given({ data: [1, 2], note: "" }),
      given({ data: [2, 1], note: "" }),
    ]);
    expect(one).toEqual({ data: "differs", note: "same" });
    const [word] = differingInputs([given({ data: "1" }), given({ data: 1 })]);
    expect(word?.data).toBe("differs");
  });

  it("are files of another name, size or type", () => {
    const picture = demo(["picture", "image"]);
    const file = (name: string, size = 10) => ({
      demo: picture,
      inputs: { picture: { name, size, mimeType: "image/png" } },
    });
    expect(differingInputs([file("a.png"), file("a.png")])[0]).toEqual({ picture: "same" });
    expect(differingInputs([file("a.png"), file("b.png")])[0]).toEqual({ picture: "differs" });
    expect(differingInputs([file("a.png"), file("a.png", 11)])[0]).toEqual({ picture: "differs" });
  });

  it("of different demos are compared by name and kind, and what only one has stands alone", () => {
    const other = demo(["steps", "text"], ["seed"], ["prompt", "text"]);
    expect(
      differingInputs([
        { demo: steps, inputs: { steps: 3, seed: 1 } },
        { demo: other, inputs: { steps: "3", seed: 1, prompt: "A cat" } },
      ]),
    ).toEqual([
      { steps: "differs", seed: "same" },
      { steps: "differs", seed: "same", prompt: "alone" },
    ]);
  });

  it("are none of a run that has no other, nor names that every object has", () => {
    expect(differingInputs([{ demo: steps, inputs: { steps: 3, seed: 1 } }])).toEqual([
      { steps: "same", seed: "same" },
    ]);
    const odd = demo(["constructor"]);
    expect(
      differingInputs([
        { demo: odd, inputs: {} },
        { demo: odd, inputs: JSON.parse('{"constructor": 3}') },
      ])[0],
    ).toEqual({ constructor: "differs" });
  });
});
