import { describe, expect, it } from "@jest/globals";
import { comparedAddress, readComparedRuns } from "../../../../lib/client/compare/compared-runs";

describe("the address of a comparison", () => {
  it("names two to four runs, in the order of their columns", () => {
    expect(readComparedRuns(["b", "a"])).toEqual({ runs: ["b", "a"], faults: [] });
    expect(readComparedRuns("a")).toEqual({ runs: ["a"], faults: [] });
    expect(readComparedRuns(undefined)).toEqual({ runs: [], faults: [] });
    expect(readComparedRuns(["", "a", ""])).toEqual({ runs: ["a"], faults: [] });
  });

  it("says which run is named twice, and shows it once", () => {
    const { runs, faults } = readComparedRuns(["a", "b", "a"]);
    expect(runs).toEqual(["a", "b"]);
    expect(faults).toEqual([
      "The run “a” is named twice in the address: it is shown once. Name another run in its place.",
    ]);
  });

  it("says which runs are too many, however many they are and whatever they are called", () => {
    const five = readComparedRuns(["a", "b", "c", "d", "e"]);
    expect(five.runs).toEqual(["a", "b", "c", "d"]);
    expect(five.faults).toEqual([
      "The address names 5 runs, and 4 fit side by side: “e” is left out. Take others out of it to see it.",
    ]);
    const many = readComparedRuns(
      Array.from({ length: 1000 }, (_, at) => `${at}${"<script>".repeat(100)}`),
    );
    expect(many.runs).toHaveLength(4);
    expect(many.faults).toHaveLength(1);
    expect(many.faults[0]?.length).toBeLessThan(300);
    expect(many.faults[0]).toContain("and 992 more are left out");
  });

  it("is written so that it is read again as it was, with its instant", () => {
    expect(comparedAddress(["a", "b"], 1500)).toBe("/compare?run=a&run=b&t=1.5");
    const runs = ["a&run=x", "b c#"];
    const { searchParams } = new URL(comparedAddress(runs), "http://localhost");
    expect(readComparedRuns(searchParams.getAll("run"))).toEqual({ runs, faults: [] });
    expect(comparedAddress([])).toBe("/compare");
  });
});
