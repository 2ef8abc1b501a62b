import { type InputDeclaration, inputKind } from "../kinds/inputs";
import { writeMediaAddress } from "../media/media-address";
import type { ExampleFiles } from "../store/example-files";
import type { UploadedFile } from "../store/upload-store";
import type { Catalogue } from "./catalogue";
import type { DemoFault } from "./check-demo";
import type { Demo } from "./demo";
import { type ExampleFile, exampleFilePath } from "./example-file";
import type { Example } from "./examples";

/** The files that a demo's examples give, from the project's folder. */
export function exampleFilePaths(demo: Demo): string[] {
  return demo.examples.flatMap(({ inputs }) =>
    fileInputs(demo).flatMap(([name]) => exampleFilePath(demo.file, inputs[name]) ?? []),
  );
}

/**
 * Puts in the place of each path that an example gives the id by which a run is given that file. A demo
 * whose file is not there, or is not what its input takes, becomes a fault.
 */
export async function fillExampleFiles(
  catalogue: Catalogue,
  files: Pick<ExampleFiles, "add">,
): Promise<Catalogue> {
  const giving = [...catalogue.demos.values()].filter((demo) => exampleFilePaths(demo).length > 0);
  if (giving.length === 0) return catalogue;
  const demos = new Map(catalogue.demos);
  const faults: DemoFault[] = [...catalogue.faults];
  for (const demo of giving) {
    const problems: string[] = [];
    const filled = await fill(demo, files, problems);
    demos.set(demo.name, filled);
    if (problems.length === 0) continue;
    demos.delete(demo.name);
    faults.push({ file: demo.file, problems });
  }
  faults.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { demos, faults };
}

async function fill(
  demo: Demo,
  files: Pick<ExampleFiles, "add">,
  problems: string[],
): Promise<Demo> {
  const exampleFiles: { [input: string]: ExampleFile[] } = {};
  const examples: Example[] = [];
  for (const example of demo.examples) {
    const inputs = { ...example.inputs };
    for (const [name, declared] of fileInputs(demo)) {
      const path = exampleFilePath(demo.file, inputs[name]);
      if (path === undefined) continue;
      const subject = `The example "${example.label}": the input "${name}"`;
      try {
        const { id, file } = await files.add(path);
        const fault = inputKind(declared).fileFault?.(file, declared.options);
        if (fault !== undefined) problems.push(`${subject} does not take ${path}: ${fault}.`);
        inputs[name] = id;
        const others = exampleFiles[name]?.filter((each) => each.id !== id) ?? [];
        exampleFiles[name] = [...others, describe(id, file)];
      } catch (error) {
        problems.push(`${subject}: ${error instanceof Error ? error.message : String(error)}.`);
      }
    }
    examples.push({ ...example, inputs });
  }
  return { ...demo, examples, exampleFiles };
}

function fileInputs({ inputs }: Demo): [string, InputDeclaration][] {
  return Object.entries(inputs).filter(([, declared]) => inputKind(declared).fileFault);
}

function describe(id: string, { name, size, mimeType }: UploadedFile): ExampleFile {
  return { id, name, size, type: mimeType, url: writeMediaAddress({ what: "example", id, name }) };
}
