import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { installedLock, isInstalled } from "../../../tools/install.mjs";

describe("isInstalled", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "yieldcast-install-"));
    write("package.json", { dependencies: { a: "1.0.0" }, devDependencies: { b: "2.0.0" } });
    write("node_modules/a/package.json", {});
    write("node_modules/b/package.json", {});
    lock({ a: "1.0.0", b: "2.0.0" });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(file: string, content: object) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), JSON.stringify(content));
  }

  function lock(versions: Record<string, string>) {
    const packages = Object.entries(versions).map(([name, version]) => [
      `node_modules/${name}`,
      { version },
    ]);
    write("node_modules/.package-lock.json", { packages: Object.fromEntries(packages) });
  }

  it("is true when the exact versions are there", () => {
    expect(isInstalled(root)).toBe(true);
  });

  it("sees another version, and a package that was added", () => {
    lock({ a: "1.0.0", b: "2.0.1" });
    expect(isInstalled(root)).toBe(false);
    lock({ a: "1.0.0" });
    expect(isInstalled(root)).toBe(false);
  });

  it("sees an install that was killed, which leaves no lock", () => {
    rmSync(path.join(root, "node_modules/.package-lock.json"));
    expect(isInstalled(root)).toBe(false);
  });

  it("sees a package whose folder was deleted", () => {
    rmSync(path.join(root, "node_modules/b"), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });

  it("lets a copy below the repository use the repository's packages", () => {
    write("sites/copy/package.json", { dependencies: { a: "1.0.0" } });
    const copy = path.join(root, "sites/copy");
    expect(installedLock(copy)).toBe(path.join(root, "node_modules/.package-lock.json"));
    expect(isInstalled(copy)).toBe(true);
    mkdirSync(path.join(copy, "node_modules"));
    expect(isInstalled(copy)).toBe(false);
  });
});
