import { expect, test } from "@jest/globals";
import { type HtmlOptions, htmlOutput } from "@/lib/kinds/html";
import { htmlPolicy } from "@/lib/media/html-type";

async function write(value: unknown, options: HtmlOptions = {}, maxValueBytes = 1000) {
  const kept: { data: string; type: string }[] = [];
  const { write } = htmlOutput.writer(options, {
    maxValueBytes,
    readableFolders: [],
    keepBytes: async (data, type) =>
      String(kept.push({ data: Buffer.from(data).toString(), type })),
  });
  return { logged: await write(value), kept };
}

test("a page is kept beside the log as it was yielded, and names its bytes", async () => {
  const { logged, kept } = await write("<p>Grüße \ud800</p>");
  expect(logged).toEqual({ kind: "html", id: "1", bytes: 18 });
  expect(htmlOutput.bytes?.(logged)).toEqual({ ids: ["1"], size: 18 });
  expect(kept).toEqual([{ data: "<p>Grüße \ufffd</p>", type: "text/html; charset=utf-8" }]);
});

test("its policy lets scripts run only where the demo says so, and nothing load in either case", async () => {
  const policyOf = async (options: HtmlOptions) =>
    htmlPolicy((await write("x", options)).kept[0]?.type ?? "") ?? "";
  const still = await policyOf({});
  const running = await policyOf({ scripts: true });
  for (const policy of [still, running]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|'self'|\*|allow-same-origin|connect-src|unsafe-eval/);
  }
  expect(still).toMatch(/; sandbox$/);
  expect(running).toMatch(/; sandbox allow-scripts$/);
  expect(htmlPolicy("text/html")).toBeUndefined();
  expect(htmlPolicy("constructor")).toBeUndefined();
});

test.each<[unknown, RegExp]>([
  [5, /a string of HTML; got 5/],
  [null, /a string of HTML/],
  ["x".repeat(1001), /at most 1,000 characters.*YIELDCAST_MAX_VALUE_BYTES/],
])("a page may not be %j", async (value, message) => {
  await expect(write(value)).rejects.toThrow(message);
});

test.each([0, 39, 4001, Number.NaN, Number.POSITIVE_INFINITY])(
  "may not be %p pixels high",
  (height) => {
    expect(htmlOutput.faults({ height })).toEqual([expect.stringContaining("from 40 to 4000")]);
  },
);
