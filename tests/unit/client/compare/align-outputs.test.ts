import { describe, expect, it } from "@jest/globals";
import { alignOutputs } from "../../../../lib/client/compare/align-outputs";
import type { OutputDescription } from "../../../../lib/demo/describe";
import { image, number, text } from "../../../../lib/index";

const output = (name: string, declared: object) =>
  ({ ...declared, name, label: name }) as unknown as OutputDescription;
const names = (runs: OutputDescription[][]) =>
  alignOutputs(runs).map((row) => row.map((each) => each && `${each.kind} ${each.name}`));

const picture = output("picture", image());
const words = output("words", text());
const count = output("count", number());

describe("outputs side by side", () => {
  it("are those of one demo, in its order", () => {
    expect(
      names([
        [picture, count, words],
        [picture, count, words],
      ]),
    ).toEqual([
      ["image picture", "image picture"],
      ["number count", "number count"],
      ["text words", "text words"],
    ]);
  });

  it("are lined up by name and kind where the demos are different, and the rest is each column's own", () => {
    const wordy = output("picture", text());
    expect(
      names([[count, picture, words], [wordy, output("more", text()), words], [picture]]),
    ).toEqual([
      ["image picture", undefined, "image picture"],
      ["text words", "text words", undefined],
      ["number count", "text picture", undefined],
      [undefined, "text more", undefined],
    ]);
  });

  it("are those of the one run that there is, or none", () => {
    expect(names([[picture, words]])).toEqual([["image picture"], ["text words"]]);
    expect(names([])).toEqual([]);
    expect(names([[], []])).toEqual([]);
  });
});
