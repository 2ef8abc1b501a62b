import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { settingsSchema } from "../../../lib/settings";
import { codeBlocks, root } from "./code-blocks";

const folder = mkdtempSync(path.join(tmpdir(), "yieldcast-guides-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `text` is what a program prints, or a drawing; `html` and `js` are for the contract tests. */
const tested = [
  "ts",
  "tsx",
  "js",
  "graphql",
  "sh",
  "html",
  "nginx",
  "caddyfile",
  "ini",
  "python",
  "text",
];

test.each(codeBlocks())("$place is in a language that a test reads", ({ language }) => {
  expect(tested).toContain(language);
});

const withPython = starts("python3", "--version") ? test : test.skip;
withPython.each(codeBlocks("python"))("Python takes $place", ({ code }) => {
  execFileSync("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"], { input: code });
});

describe("proxies", () => {
  const { nginx, caddy } = {
    nginx: process.env.NGINX_PATH ?? "nginx",
    caddy: process.env.CADDY_PATH ?? "caddy",
  };
  const withNginx = starts(nginx, "-v") ? test : test.skip;
  const withCaddy = starts(caddy, "version") ? test : test.skip;

  withNginx.each(codeBlocks("nginx"))("nginx takes $place", ({ code }) => {
    const file = path.join(folder, "nginx.conf");
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join("\n");
    writeFileSync(
      file,
      `pid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${places}\n${code}}\n`,
    );
    const { status, stderr } = spawnSync(nginx, ["-t", "-p", folder, "-c", file], {
      encoding: "utf8",
    });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  });

  withCaddy.each(codeBlocks("caddyfile"))("Caddy takes $place", ({ code }) => {
    const file = path.join(folder, "Caddyfile");
    writeFileSync(file, code);
    execFileSync(caddy, ["validate", "--adapter", "caddyfile", "--config", file], {
      env: { ...process.env, HOME: folder },
      stdio: "pipe",
    });
  });
});

test.each(codeBlocks("ini"))(
  "$place sets what there is and starts a file that there is",
  ({ code }) => {
    const values = [...code.matchAll(/^(\w+)=(.*)$/gm)];
    const set = values.filter(([, key]) => key === "Environment").map(([, , value = ""]) => value);
    const known = [...Object.keys(settingsSchema.shape), "HOST", "PORT"];
    expect(set.filter((each) => !known.includes(each.split("=")[0] ?? ""))).toEqual([]);
    settingsSchema.parse(Object.fromEntries(set.map((each) => each.split("="))));
    const [, file = ""] = /^ExecStart=\S+ (\S+)$/m.exec(code) ?? [];
    expect(existsSync(path.join(root, file))).toBe(true);
    expect(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).scripts.start).toBe(
      `node ${file}`,
    );
  },
);

function starts(command: string, ...given: string[]): boolean {
  return spawnSync(command, given).status === 0;
}
