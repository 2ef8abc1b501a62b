import type { ExampleFile } from "../demo/example-file";
import type { SessionMemory } from "./session-memory";
import { type FileFacts, recallFacts, rememberFacts } from "./upload-facts";
import { type UploadOptions, uploadFile } from "./upload-file";

export type GivenFileState =
  | { readonly phase: "empty"; readonly fault?: string | undefined }
  /** It is being looked at, or converted; `part` from 0 to 1, where that is known. */
  | { readonly phase: "preparing"; readonly file: File; readonly part?: number | undefined }
  | { readonly phase: "uploading"; readonly file: File; readonly part: number }
  | { readonly phase: "ready"; readonly file: File; readonly id: string }
  /** It is here, but could not be sent up. */
  | { readonly phase: "failed"; readonly file: File; readonly fault: string }
  /** One that an example of the demo gives, which the server has. */
  | { readonly phase: "example"; readonly id: string; readonly facts: ExampleFile }
  /** It was given before the page was loaded anew, which no longer has it. */
  | { readonly phase: "earlier"; readonly id: string; readonly facts: FileFacts | undefined };

export interface PrepareContext {
  signal: AbortSignal;
  onProgress(part: number): void;
}

export interface GivenFileOptions {
  /**
   * Looks at a file, and gives it as it shall go up.
   *
   * @throws Error in words where it is not taken
   */
  prepare(file: File, context: PrepareContext): File | Promise<File>;
  /** The upload's id has come, or is no longer. */
  onId(id: string | undefined): void;
  memory: SessionMemory;
  /** Those that the demo's examples give. */
  examples?: readonly ExampleFile[] | undefined;
  /** Default: `uploadFile`. */
  upload?(options: UploadOptions): Promise<string>;
}

/** One file that a form is given: looked at, converted, sent up, and sent up again where that is needed. */
export interface GivenFile {
  getState(): GivenFileState;
  subscribe(listener: () => void): () => void;
  /** Takes a file in the place of the one before, and begins to send it up. */
  give(file: File): void;
  /** Tries again to send up what could not be. */
  retry(): void;
  /** Takes the file away; what is under way is stopped. */
  remove(): void;
  /** Shows a file by its upload: of an example, or after the page was loaded anew. */
  recall(id: string): void;
  /**
   * The upload's id, as soon as it is up; `undefined` where there is none, as its fault then says.
   *
   * @param lost an id that the server no longer keeps: the file is sent up again
   */
  settled(lost?: string): Promise<string | undefined>;
}

export function createGivenFile(options: GivenFileOptions): GivenFile {
  const { prepare, onId, memory, examples = [], upload = uploadFile } = options;
  const listeners = new Set<() => void>();
  let state: GivenFileState = { phase: "empty" };
  let task = new AbortController();
  /** Ends when what is under way has ended, well or not. */
  let under: Promise<void> = Promise.resolve();
  let told: string | undefined;

  function change(next: GivenFileState): void {
    state = next;
    for (const listener of [...listeners]) listener();
    const id = "id" in next ? next.id : undefined;
    if (id === told) return;
    told = id;
    onId(id);
  }

  function begin(work: (signal: AbortSignal) => Promise<void>): void {
    task.abort();
    task = new AbortController();
    under = work(task.signal);
  }

  async function prepareAndSend(given: File, signal: AbortSignal): Promise<void> {
    change({ phase: "preparing", file: given });
    const onProgress = (part: number) => {
      if (!signal.aborted) change({ phase: "preparing", file: given, part });
    };
    let file: File;
    try {
      file = await prepare(given, { signal, onProgress });
    } catch (error) {
      if (!signal.aborted) change({ phase: "empty", fault: wordsOf(error) });
      return;
    }
    if (!signal.aborted) await send(file, signal);
  }

  async function send(file: File, signal: AbortSignal): Promise<void> {
    change({ phase: "uploading", file, part: 0 });
    const onProgress = (part: number) => {
      if (!signal.aborted) change({ phase: "uploading", file, part });
    };
    try {
      const id = await upload({ file, signal, onProgress });
      if (signal.aborted) return;
      rememberFacts(memory, id, file);
      change({ phase: "ready", file, id });
    } catch (error) {
      if (!signal.aborted) change({ phase: "failed", file, fault: wordsOf(error) });
    }
  }

  function retry(): void {
    if (state.phase !== "failed" && state.phase !== "ready") return;
    const { file } = state;
    begin((signal) => send(file, signal));
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    give: (file) => begin((signal) => prepareAndSend(file, signal)),
    retry,
    remove() {
      task.abort();
      change({ phase: "empty" });
    },
    recall(id) {
      if (id === told) return;
      task.abort();
      const example = examples.find((each) => each.id === id);
      if (example) {
        rememberFacts(memory, id, example);
        change({ phase: "example", id, facts: example });
      } else change({ phase: "earlier", id, facts: recallFacts(memory, id) });
    },
    async settled(lost) {
      if (state.phase === "ready" && state.id === lost) retry();
      if ("facts" in state && state.id === lost) {
        const name = state.facts?.name ?? "the file";
        change({
          phase: "empty",
          fault: `The server does not keep ${name} any more. Give it again.`,
        });
      }
      // A file that takes its place meanwhile is waited for as well.
      for (let seen: Promise<void> | undefined; seen !== under; ) {
        seen = under;
        await seen;
      }
      return "id" in state ? state.id : undefined;
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
