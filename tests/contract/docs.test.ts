import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { createTcpProxy } from "../tcp-proxy";
import { type CodeBlock, codeBlocks, root } from "../unit/docs/code-blocks";
import { codesOfYoga } from "../unit/docs/codes-of-yoga";
import { apiAddress } from "./address";
import { post } from "./query";
import type { Result } from "./transport";

const site = new URL(apiAddress()).origin;
mkdirSync(path.join(root, ".yieldcast"), { recursive: true });
const folder = mkdtempSync(path.join(root, ".yieldcast/guides-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the guides' curl", () => {
  const withCurl = spawnSync("curl", ["--version"]).status === 0 ? test : test.skip;
  const blocks = codeBlocks("sh").filter(({ code }) => code.startsWith("curl "));

  withCurl.each(blocks)("$place is answered as it says", ({ code, prints }) => {
    const answer = execFileSync("bash", ["-c", at(site, code)], {
      encoding: "utf8",
      stdio: "pipe",
    });
    const messages = answer.split("\n\n").filter((message) => !/^(:|$)/.test(message.trim()));
    expect(lines(messages.join("\n\n"))).toEqual(lines(prints));
  });
});

describe("the guides' JavaScript", () => {
  const blocks = codeBlocks("js");

  test.each(blocks)("$place prints what it says", async (block) => {
    const program = run(block, site);
    expect(lines(await outputOf(program))).toEqual(lines(block.prints));
  });

  test.each(blocks)("$place does so too where its connection is cut in between", async (block) => {
    await using wire = await createTcpProxy(Number(new URL(site).port || 80));
    const program = run(block, wire.url);
    const output = outputOf(program);
    await once(program.stdout ?? program, "data");
    wire.cut();
    expect(lines(await output)).toEqual(lines(block.prints));
  });
});

describe("the guides' embeds", () => {
  const blocks = codeBlocks("html");

  test.each(blocks.filter(({ code }) => code.includes("embed.js")))(
    "$place has the script, and demos that there are",
    async ({ code }) => {
      const [, src = ""] = /<script\s[^>]*src="([^"]+)"[^>]*><\/script>/.exec(code) ?? [];
      const script = await fetch(at(site, src));
      expect(script.headers.get("content-type")).toMatch(/^text\/javascript/);
      const demos = [...code.matchAll(/data-(?:demo|yieldcast)="([^"]+)"/g)];
      expect(demos.length).toBeGreaterThan(0);
      for (const [, demo] of demos) expect((await fetch(`${site}/embed/${demo}`)).status).toBe(200);
    },
  );

  test.each(blocks.filter(({ code }) => code.includes("<img")))(
    "$place shows a badge of a demo",
    async ({ code }) => {
      const [, src = ""] = /<img\s[^>]*src="([^"]+)"/.exec(code) ?? [];
      const response = await fetch(at(site, src));
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/^image\/svg\+xml/);
    },
  );

  test.each(blocks.filter(({ code }) => code.includes("<iframe")))(
    "$place shows a page that may be embedded",
    async ({ code }) => {
      const [, src = ""] = /<iframe\s[^>]*src="([^"]+)"[^>]*>\s*<\/iframe>/.exec(code) ?? [];
      const response = await fetch(at(site, src));
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/^text\/html/);
      expect(response.headers.get("content-security-policy")).toContain("frame-ancestors *");
      expect(response.headers.get("x-frame-options")).toBeNull();
    },
  );
});

describe("codes that are not ours", () => {
  const wrong: Record<string, string> = {
    BAD_REQUEST: "{}",
    GRAPHQL_PARSE_FAILED: '{"query":"{"}',
    GRAPHQL_VALIDATION_FAILED: '{"query":"{ nothing }"}',
    OPERATION_RESOLUTION_FAILURE: '{"query":"query A { __typename } query B { __typename }"}',
    REQUEST_ENTITY_TOO_LARGE: JSON.stringify({ query: "{ __typename }".padEnd(2 ** 20 + 1) }),
  };

  test.each(codesOfYoga)("%s is sent", async (code) => {
    const response = await post(wrong[code] ?? "");
    const { errors } = (await response.json()) as Result<unknown>;
    expect(errors?.[0]?.extensions?.code).toBe(code);
  });
});

/** The guides' addresses at the site under test. */
function at(url: string, text: string): string {
  return text
    .replaceAll("http://localhost:3000", url)
    .replaceAll("ws://localhost:3000", url.replace(/^http/, "ws"));
}

function run({ place, code }: CodeBlock, url: string): ChildProcess {
  const file = path.join(folder, `${place.replace(/\W+/g, "-")}-${new URL(url).port}.mjs`);
  writeFileSync(file, at(url, code));
  return spawn(process.execPath, [file], { cwd: root, timeout: 100_000 });
}

/** What a program prints, and what it ends with where that is no success. */
async function outputOf(program: ChildProcess): Promise<string> {
  let output = "";
  for (const stream of [program.stdout, program.stderr]) {
    stream?.on("data", (piece) => {
      output += piece;
    });
  }
  const [code, signal] = await once(program, "close");
  return code === 0 ? output : `${output}\nIt ended with ${code ?? signal}.`;
}

function lines(text = ""): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
