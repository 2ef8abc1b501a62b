import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { snippets } from "@/lib/client/snippets";
import type { Snippet } from "@/lib/client/snippets/snippet";
import type { DemoUse } from "@/lib/demo/demo-use";
import { pythonWith } from "../python";
import { apiAddress } from "./address";

const api = apiAddress();
const root = process.cwd();
mkdirSync(path.join(root, ".yieldcast"), { recursive: true });
// Below the repository, so that its packages are found.
const folder = mkdtempSync(path.join(root, ".yieldcast/snippets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What would end a string, a command, a script or a line in some language, and what cannot be seen. */
const hostile = [
  `it's "quoted" \\ and \\\\ \\n \\u0041 \`ticks\` \${process.exit(3)} $(exit 3) $HOME %s %d !! "'"'`,
  `"""'''\nsecond line\r\n\ttab\u0000\u001b[31m</script><!-- <script> ]]> -->`,
  "שלום \u202eevil\u202c 👩‍👩‍👧 \u2028\u2029\ufeff\u200d é\u0301",
  "-d @/etc/passwd; rm -rf x & | > < * ? [a] {b,c} ~ # ^",
].join("\n");
const values = { words: hostile, theme: "'", loud: true, ratio: -0.25, size: `"large"` };

const python = pythonWith("gql[websockets,requests]==4.4.0");
if (typeof python !== "string") console.warn(`Python's snippets are not run: ${python.reason}`);
const curl = spawnSync("curl", ["--version"]).status === 0;

const programs: { id: Snippet["id"]; command: string | undefined }[] = [
  { id: "curl", command: curl ? "bash" : undefined },
  { id: "graphql-ws", command: process.execPath },
  { id: "urql", command: process.execPath },
  { id: "apollo", command: process.execPath },
  { id: "python", command: typeof python === "string" ? python : undefined },
];

async function snippetsOf(demo: string, given: object): Promise<Snippet[]> {
  // A connection that is kept may be closed by the server in the moment in which it is used again.
  const response = await fetch(new URL(`/demos/${demo}/details`, api), {
    headers: { connection: "close" },
  });
  const { parts } = (await response.json()) as DemoUse;
  return snippets({ parts, values: { ...given }, api });
}

/** Runs a snippet as it stands, in a folder of its own, and gives what it has printed, parsed. */
async function printedBy(
  { id, file, code }: Snippet,
  command: string,
  files: Record<string, string> = {},
): Promise<unknown[]> {
  const own = mkdtempSync(path.join(folder, `${id}-`));
  for (const [name, text] of Object.entries({ ...files, [file]: code })) {
    writeFileSync(path.join(own, name), text);
  }
  const program = spawn(command, [file], { cwd: own, timeout: 100_000 });
  program.stdout.setEncoding("utf8");
  let output = "";
  let faults = "";
  program.stdout.on("data", (piece) => {
    output += piece;
  });
  program.stderr.on("data", (piece) => {
    faults += piece;
  });
  const [ended] = await once(program, "close");
  if (ended !== 0) throw new Error(`It ended with ${ended}:\n${output}\n${faults}`);
  if (id !== "curl")
    return output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  const events = [...output.matchAll(/^data: (\{[^\n]*)/gm)].map(([, json = ""]) =>
    JSON.parse(json),
  );
  return events.map(({ data }) => Object.values(data)[0]);
}

describe.each(programs)("the snippet of $id", ({ id, command }) => {
  const run = command ? it.concurrent : it.skip;
  const pick = (made: Snippet[]) => {
    const snippet = made.find((each) => each.id === id);
    if (!snippet) throw new Error(`There is none of ${id}`);
    return snippet;
  };

  run("gives the demo every input as it is, prints each event, and ends", async () => {
    const snippet = pick(await snippetsOf("say-back", values));
    // Nothing in it looks otherwise than it is.
    expect(snippet.code).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2028\u2029]/u);
    const [first, second, ...more] = await printedBy(snippet, command ?? "");
    expect(first).toMatchObject({ given: values, said: { delta: "first", reset: false } });
    expect(second).toMatchObject({ given: null, said: { delta: ", last", reset: false } });
    expect(more).toEqual([]);
  });

  run("uploads what a file input is given", async () => {
    const snippet = pick(await snippetsOf("give-file", {}));
    const [first] = await printedBy(snippet, command ?? "", { "table.csv": "a,b\n1,2\n" });
    expect(first).toMatchObject({ got: { start: "a,b\n1,2\n", size: 8 } });
  });

  run("carries a text of 120,000 characters", async () => {
    const words = "é\"'".repeat(40_000);
    const snippet = pick(await snippetsOf("say-back", { words }));
    const [first] = (await printedBy(snippet, command ?? "")) as [{ given: { words: string } }];
    // Not as a whole, which nobody could read.
    expect(first.given.words === words).toBe(true);
  });
});
