import { describe, expect, test } from "@jest/globals";
import { apiAddress } from "./address";
import { collectData } from "./collect";
import { transports } from "./transport";

interface Stream {
  value: string;
  delta: string;
  reset: boolean;
}

interface Line {
  level: string;
  text: string;
  elapsedMs: number;
}

interface EveryText {
  report: Stream | null;
  summary: Stream | null;
  program: Stream | null;
  answer: Stream | null;
  log: { lines: Line[]; total: number; reset: boolean } | null;
  card: { url: string; size: number } | null;
}

describe.each(transports)("kinds of text over $name", ({ subscribe }) => {
  const run = async (selection: string, delivery = "EVERY") => {
    const events = await collectData(
      subscribe<{ everyText: EveryText }>(
        `subscription { everyText(delivery: ${delivery}) { ${selection} } }`,
      ),
    );
    return events.map(({ everyText }) => everyText);
  };

  test("markdown and code stream as texts do", async () => {
    const events = await run(
      ["report", "summary", "program", "answer"]
        .map((name) => `${name} { value delta reset }`)
        .join(" "),
    );
    const of = (name: "report" | "summary" | "program" | "answer") =>
      events.flatMap((event) => event[name] ?? []);
    expect(of("report")).toEqual([
      { value: "# One\n\nSome **bo", delta: "# One\n\nSome **bo", reset: false },
      { value: "# One\n\nSome **bold** text", delta: "ld** text", reset: false },
      { value: "# One\n\nSome **bold** text😀", delta: "😀", reset: false },
    ]);
    expect(of("summary").map(({ delta, reset }) => [delta, reset])).toEqual([
      ["*a*", false],
      ["*b*", true],
    ]);
    expect(of("program").at(-1)).toEqual({
      value: "const a = `1`;\n",
      delta: "1`;\n",
      reset: false,
    });
    expect(of("answer").at(-1)?.value).toBe('{"a": 1}');
  });

  test("lines come with their level and time, without colours, and the newest are kept", async () => {
    const events = await run("log { lines { level text elapsedMs } total reset }");
    const logs = events.flatMap(({ log }) => log ?? []);
    expect(
      logs.map(({ lines, total, reset }) => [lines.map(({ text }) => text), total, reset]),
    ).toEqual([
      [["one"], 1, false],
      [["two", "three", "four"], 4, false],
      [["five"], 5, false],
    ]);
    expect(logs.at(-1)?.lines[0]?.level).toBe("error");
    for (const { elapsedMs } of logs.flatMap(({ lines }) => lines)) {
      expect(elapsedMs).toBeGreaterThanOrEqual(0);
      expect(elapsedMs).toBeLessThan(10_000);
    }
  });

  test("who comes late gets the lines that are kept", async () => {
    const [first] = await collectData(
      subscribe<{ everyText: { run: { id: string } } }>(
        "subscription { everyText { run { id status } } }",
      ),
    );
    const id = first?.everyText.run.id;
    const [late] = await collectData(
      subscribe<{ everyText: EveryText }>(
        `subscription { everyText(run: "${id}", delivery: LATEST) { log { lines { level text elapsedMs } total reset } } }`,
      ),
    );
    expect(late?.everyText.log).toMatchObject({
      lines: [{ text: "three" }, { text: "four" }, { text: "five" }],
      total: 5,
      reset: true,
    });
  });

  test("a page in HTML lies at an address that shuts it off", async () => {
    const events = await run("card { url size }");
    const card = events.flatMap((event) => event.card ?? [])[0];
    expect(card?.size).toBe(13);
    const response = await fetch(new URL(card?.url ?? "", apiAddress()));
    expect(await response.text()).toBe("<p>A card</p>");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toContain("immutable");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/default-src 'none';.*; sandbox$/);
    expect(policy).not.toContain("script-src");
  });
});
