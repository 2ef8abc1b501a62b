import { describe, expect, test } from "@jest/globals";
import { collectData } from "./collect";
import { transports } from "./transport";

interface EveryOutput {
  everyOutput: Record<string, unknown>;
}

describe.each(transports)(
  "what an operation selects decides what it is sent over $name",
  ({ subscribe }) => {
    const events = async (selection: string, variables = {}, head = "") => {
      const data = await collectData(
        subscribe<EveryOutput>(`subscription ${head} { everyOutput { ${selection} } }`, {
          variables,
        }),
      );
      return data.map(({ everyOutput }) => everyOutput);
    };

    test("an event arrives only where one of the selected outputs has changed", async () => {
      expect(await events("count")).toEqual([{ count: 1 }, { count: 3 }]);
      expect(await events("level")).toEqual([{ level: 0.5 }, { level: 1 }]);
    });

    test("an output that the event leaves unchanged is null", async () => {
      expect(await events("count level")).toEqual([
        { count: 1, level: null },
        { count: null, level: 0.5 },
        { count: 3, level: 1 },
      ]);
    });

    test("what stands under an alias counts as its field", async () => {
      expect(await events("number: count")).toEqual([{ number: 1 }, { number: 3 }]);
    });

    test("fragments count, inline, named and one within the other", async () => {
      expect(await events("... { count }")).toHaveLength(2);
      expect(await events("... on RunEvent { ... on EveryOutputEvent { count } }")).toHaveLength(2);
      const data = await collectData(
        subscribe(`subscription { everyOutput { ...Outer } }
        fragment Outer on EveryOutputEvent { ...Inner }
        fragment Inner on EveryOutputEvent { count }`),
      );
      expect(data).toHaveLength(2);
    });

    test("what @skip and @include leave out does not count", async () => {
      expect(await events("count level @skip(if: true)")).toEqual([{ count: 1 }, { count: 3 }]);
      const head = "($level: Boolean!)";
      const selection = "count level @include(if: $level)";
      expect(await events(selection, { level: false }, head)).toEqual([{ count: 1 }, { count: 3 }]);
      expect(await events(selection, { level: true }, head)).toHaveLength(3);
      expect(await events("count ... @skip(if: true) { level }")).toHaveLength(2);
    });

    test("seq, yields, cursor and elapsedMs change with every yield", async () => {
      for (const field of ["seq", "yields", "cursor", "elapsedMs"]) {
        expect(await events(field)).toHaveLength(8);
      }
    });

    test("the run's id alone arrives once", async () => {
      expect(await events("run { id }")).toHaveLength(1);
      expect(await events("run { demo }")).toEqual([{ run: { demo: "every-output" } }]);
    });

    test("the status alone arrives when it changes", async () => {
      const all = await events("run { status }");
      expect(all.map(({ run }) => (run as { status: string }).status)).toEqual([
        "QUEUED",
        "RUNNING",
        "DONE",
      ]);
    });

    test("the type's name alone is nothing that changes", async () => {
      expect(await events("__typename")).toEqual([]);
    });

    test("progress arrives as data, the newest report with each event", async () => {
      const data = await collectData(
        subscribe<{ reporting: { count: number | null; run: { progress: unknown } } }>(
          "subscription { reporting { count run { progress { value total text } } } }",
        ),
      );
      expect(data.map(({ reporting: { count, run } }) => [count, run.progress])).toEqual([
        [null, null],
        [null, { value: 0, total: 2, text: "Warming up" }],
        [1, { value: 0, total: 2, text: "Warming up" }],
        [null, { value: 1, total: 2, text: null }],
        [2, { value: 1, total: 2, text: null }],
        [null, { value: 2, total: 2, text: "Done" }],
      ]);
    });

    test("notices arrive as data, all of them so far, oldest first", async () => {
      const data = await collectData(
        subscribe<{ reporting: { run: { notices: unknown[] } } }>(
          "subscription { reporting { run { notices { level text } } } }",
        ),
      );
      expect(data.map(({ reporting }) => reporting.run.notices.length)).toEqual([0, 1, 2, 3]);
      expect(data.at(-1)?.reporting.run.notices).toEqual([
        { level: "info", text: "Here we go." },
        { level: "warning", text: "Half of it is done." },
        { level: "success", text: "All of it is done." },
      ]);
    });

    test("a notice says when it came, on the clock of the events", async () => {
      const data = await collectData(
        subscribe<{
          reporting: { elapsedMs: number; run: { notices: { elapsedMs: number }[] } };
        }>("subscription { reporting { elapsedMs run { notices { elapsedMs } } } }"),
      );
      const came = data.slice(1).flatMap(({ reporting }, at) => {
        const before = data[at]?.reporting.run.notices.length ?? 0;
        return reporting.run.notices.length > before ? [reporting.elapsedMs] : [];
      });
      expect(came).toHaveLength(3);
      expect(data.at(-1)?.reporting.run.notices.map(({ elapsedMs }) => elapsedMs)).toEqual(came);
    });
  },
);
