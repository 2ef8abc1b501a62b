import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "@jest/globals";
import { installGradio } from "../../../bench/gradio/install-gradio";

it("says what is missing where there is no Python, or none that can", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gradio-"));
  try {
    expect(() => installGradio(folder, path.join(folder, "python3"))).toThrow(
      `python3 -m venv --clear ${folder}: spawnSync ${folder}/python3 ENOENT`,
    );
    // Another program, which refuses what Python would do.
    expect(() => installGradio(folder, process.execPath)).toThrow(
      `-m venv --clear ${folder}: ${process.execPath}: bad option: -m`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
