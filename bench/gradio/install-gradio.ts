import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const requirements = "bench/gradio/requirements.txt";

/** A Python that has Gradio. */
export interface GradioPython {
  program: string;
  /** `3.11.7` */
  version: string;
  /** Of Gradio. */
  gradio: string;
}

/**
 * Makes a virtual environment with the Gradio of `bench/gradio/requirements.txt`, once: it stays in
 * `.yieldcast/gradio`.
 *
 * @param folder of the environment, which is cleared where that Gradio is not in it
 * @param python that makes it
 * @throws Error that says what is missing, where there is no Python that can, or no registry within reach
 * @example const python = installGradio();
 */
export function installGradio(folder = ".yieldcast/gradio", python = "python3"): GradioPython {
  const program = path.resolve(folder, "bin/python");
  const wanted = /^gradio==(.+)$/m.exec(readFileSync(requirements, "utf8"))?.[1];
  if (!wanted) throw new Error(`${requirements} names no version of Gradio: gradio==1.2.3.`);
  const ready = () => (existsSync(program) ? installed(program) : undefined);
  if (ready()?.gradio !== wanted) {
    run(python, ["-m", "venv", "--clear", folder]);
    run(program, ["-m", "pip", "install", "--quiet", "--retries=1", "-r", requirements]);
  }
  const found = ready();
  if (found?.gradio !== wanted) {
    throw new Error(`Gradio ${wanted} was wanted in ${folder}; pip installed ${found?.gradio}.`);
  }
  return { program, ...found };
}

function installed(program: string): { version: string; gradio: string } | undefined {
  const ask = `import importlib.metadata, platform
print(platform.python_version(), importlib.metadata.version("gradio"))`;
  const { status, stdout } = spawnSync(program, ["-c", ask], { encoding: "utf8" });
  const [version = "", gradio = ""] = status === 0 ? stdout.trim().split(" ") : [];
  return gradio === "" ? undefined : { version, gradio };
}

function run(command: string, given: string[]): void {
  const { status, stderr, error } = spawnSync(command, given, {
    encoding: "utf8",
    timeout: 600_000,
  });
  if (status === 0) return;
  const said = error?.message ?? stderr.trim().split("\n").at(-1);
  throw new Error(`${command} ${given.join(" ")}: ${said}`);
}
