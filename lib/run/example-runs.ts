import type { DemoFault } from "../demo/check-demo";
import { checkInputs } from "../demo/check-inputs";
import type { Demo } from "../demo/demo";
import type { UploadStore } from "../store/upload-store";
import type { Ending } from "./execute";
import type { Runs } from "./runs-interface";

/** The runs of the examples that the house runs by itself: each once, kept for everybody. */
export interface ExampleRuns extends Disposable {
  /**
   * The ids of the runs of a demo's examples, by their place, as somebody looks at it: what has not been
   * run is begun. `undefined` where one is not to be run, or has failed.
   */
  of(demo: Demo): Promise<readonly (string | undefined)[]>;
  /** Forgets the runs of demos that are gone or have changed. */
  prune(demos: ReadonlyMap<string, Demo>): void;
  /** Examples that have failed, by file. */
  faults(): readonly DemoFault[];
}

export interface ExampleRunsOptions {
  runs: Pick<Runs, "startPinned" | "drop">;
  uploads: UploadStore;
  /** So many are kept, of all demos together. */
  most: number;
  /** Changes when a demo's file does. */
  stampOf(demo: Demo): string;
  /** Milliseconds after which one that has failed is tried again: an endpoint may have been away. */
  retryAfter?: number;
}

interface Slot {
  readonly label: string;
  readonly inputs: { readonly [input: string]: unknown };
  begun: Promise<void> | undefined;
  id: string | undefined;
  failed: { readonly problem: string; readonly at: number } | undefined;
}

interface OfDemo {
  readonly demo: Demo;
  readonly stamp: string;
  readonly slots: readonly Slot[];
  dropped: boolean;
}

export function createExampleRuns(options: ExampleRunsOptions): ExampleRuns {
  const { runs, uploads, most, stampOf, retryAfter = 5 * 60_000 } = options;
  const byDemo = new Map<string, OfDemo>();
  let closed = false;

  function hasRoom(): boolean {
    const slots = [...byDemo.values()].flatMap((own) => own.slots);
    return !closed && slots.filter(({ begun, failed }) => begun && !failed).length < most;
  }

  async function begin(own: OfDemo, slot: Slot): Promise<void> {
    slot.failed = undefined;
    try {
      const inputs = await checkInputs(own.demo, slot.inputs, uploads);
      if (own.dropped) return;
      const { id, ended } = await runs.startPinned(own.demo, inputs);
      slot.id = id;
      void ended.then((ending) => end(own, slot, ending));
      if (own.dropped) await release(slot);
    } catch (error) {
      fail(own, slot, error instanceof Error ? error.message : String(error));
    }
  }

  async function end(own: OfDemo, slot: Slot, { status, failure }: Ending): Promise<void> {
    if (own.dropped || status === "DONE") return;
    await release(slot);
    if (status === "FAILED") fail(own, slot, failure?.message ?? "It failed.");
    else if (failure?.code === "GAVE_WAY") slot.begun = begin(own, slot);
  }

  function fail({ demo, dropped }: OfDemo, slot: Slot, problem: string): void {
    if (dropped) return;
    slot.failed = { problem, at: Date.now() };
    console.error(`${demo.file}: its example "${slot.label}" failed: ${problem}`);
  }

  /** No address of it is given away any more before it is gone. */
  async function release(slot: Slot): Promise<void> {
    const { id } = slot;
    slot.id = undefined;
    if (id !== undefined) await runs.drop(id);
  }

  function drop(own: OfDemo): void {
    own.dropped = true;
    if (byDemo.get(own.demo.name) === own) byDemo.delete(own.demo.name);
    for (const slot of own.slots) void release(slot);
  }

  function isDue({ begun, failed }: Slot): boolean {
    return failed ? Date.now() - failed.at >= retryAfter : !begun;
  }

  return {
    async of(demo) {
      if (!demo.runsExamples) return demo.examples.map(() => undefined);
      const stamp = stampOf(demo);
      let own = byDemo.get(demo.name);
      if (own && own.stamp !== stamp) drop(own);
      if (own?.stamp !== stamp) {
        const slots = demo.examples.map(({ label, inputs }) => ({
          ...{ label, inputs },
          ...{ begun: undefined, id: undefined, failed: undefined },
        }));
        own = { demo, stamp, slots, dropped: false };
        byDemo.set(demo.name, own);
      }
      for (const slot of own.slots) {
        if (isDue(slot) && hasRoom()) slot.begun = begin(own, slot);
      }
      await Promise.all(own.slots.map(({ begun }) => begun));
      return own.slots.map(({ id }) => id);
    },

    prune(demos) {
      for (const own of byDemo.values()) {
        const demo = demos.get(own.demo.name);
        if (!demo?.runsExamples || stampOf(demo) !== own.stamp) drop(own);
      }
    },

    faults: () =>
      [...byDemo.values()].flatMap(({ demo, slots }) => {
        const problems = slots.flatMap(({ label, failed }) =>
          failed ? [`Its example "${label}" failed: ${failed.problem}`] : [],
        );
        return problems.length > 0 ? [{ file: demo.file, problems }] : [];
      }),

    [Symbol.dispose]() {
      closed = true;
    },
  };
}
