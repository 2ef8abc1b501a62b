import { describe, expect, it } from "@jest/globals";
import { audioStream, defineDemo, file, number, slider, text } from "yieldcast";
import { badgeCode, embedAddress, iframeCode, scriptCode } from "@/app/_ui/share/embed-code";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { describeDemo } from "@/lib/demo/describe";

const origin = "https://demos.example.org";
const checked = checkDemo(
  "demos/big-cat.ts",
  defineDemo({
    title: `Cats & "dogs" <b>`,
    inputs: {
      steps: slider({ min: 1, max: 10, default: 3 }),
      words: text(),
      theme: text(),
      count: number({ default: 1 }),
      table: file(),
    },
    output: text(),
    run: () => "",
  }),
);
if (isFault(checked)) throw new Error(checked.problems.join());
const demo = describeDemo(checked);

describe("an embed's address", () => {
  it("has the inputs that are not at their defaults, and no file", () => {
    const values = { steps: 5, words: "", count: 1, theme: "", table: "an-upload" };
    expect(embedAddress({ demo, origin, values })).toBe(`${origin}/embed/big-cat?steps=5`);
  });

  it("tells an input from the look of the same name", () => {
    const look = { theme: "dark", accent: "#0a7cff", radius: 4 } as const;
    const address = new URL(embedAddress({ demo, origin, look, values: { theme: "autumn" } }));
    expect(Object.fromEntries(address.searchParams)).toEqual({
      theme: "dark",
      accent: "0a7cff",
      radius: "4",
      "input.theme": "autumn",
    });
  });

  it.each([`a&b=c#d"'<script>`, "שלום \u202e", "\ud83d", "a\nb\u0000"])(
    "carries %j whole, but for what no address can hold",
    (words) => {
      const address = new URL(embedAddress({ demo, origin, values: { words } }));
      expect(address.searchParams.get("words")).toBe(Buffer.from(words).toString());
    },
  );

  it("leaves a text out that is too long for an address", () => {
    const values = { steps: 5, words: "x".repeat(100_000) };
    expect(embedAddress({ demo, origin, values })).toBe(`${origin}/embed/big-cat?steps=5`);
  });
});

it("writes a frame whose markup no value can end", () => {
  const words = `"></iframe><script>alert(1)</script>`;
  const code = iframeCode({ demo, origin, values: { words } });
  expect(code.match(/[<>]/g)).toEqual(["<", ">", "<", ">"]);
  expect(code).toContain('title="Cats &amp; &quot;dogs&quot; &lt;b&gt;"');
  expect(code).not.toContain("allow=");
  const sound = {
    ...demo,
    inputs: describeDemo({ ...checked, inputs: { mic: audioStream() } }).inputs,
  };
  expect(iframeCode({ demo: sound, origin })).toContain('allow="microphone; camera"');
});

it("writes a script whose attributes are the inputs, told from its own words", () => {
  const look = { theme: "dark", accent: "#0a7cff" } as const;
  const maxTokens = { ...demo.inputs[0], name: "maxTokens" } as (typeof demo.inputs)[number];
  const more = { ...demo, inputs: [...demo.inputs, maxTokens] };
  const values = { theme: 'a "b" <c>', maxTokens: 4 };
  expect(scriptCode({ demo: more, origin, look, values })).toBe(`<script
  src="https://demos.example.org/embed.js"
  data-demo="big-cat"
  data-title="Cats &amp; &quot;dogs&quot; &lt;b&gt;"
  data-theme="dark"
  data-accent="0a7cff"
  data-input-theme="a &quot;b&quot; &lt;c&gt;"
  data-max-tokens="4"
  async
></script>`);
});

it("writes a badge's line whose title is no markdown", () => {
  const titled = { ...demo, title: "a](javascript:1)[b] *c*\n`d`" };
  expect(badgeCode({ demo: titled, origin })).toBe(
    "[![a\\](javascript:1)\\[b\\] \\*c\\* \\`d\\`](https://demos.example.org/badge/big-cat.svg)](https://demos.example.org/demos/big-cat)",
  );
});
