import type { ConnectionState } from "@/lib/client/follow-run";
import type { RunPhase, RunProblem, RunSnapshot } from "@/lib/client/run-snapshot";
import type { ShownInstant } from "@/lib/client/timeline/shown-instant";
import type { WireRun } from "@/lib/client/wire";
import type { InputDescription, OutputDescription } from "@/lib/demo/describe";
import type { DemoCore } from "../core/demo-core";
import type { LoadedTimeline } from "../timeline/use-timeline";
import type { InputsOf, InputValue, OutputsOf, OutputValue, SomeValues } from "./demo-types";

/** Where the parts of a page find what they are drawn from. It is not for pages, which have all the rest. */
export const inside = Symbol("inside");

/** What every part is drawn from. */
export interface Inside {
  readonly core: DemoCore;
  /** The run at the instant that is looked at. */
  readonly lookedAt: RunSnapshot;
  readonly shown: ShownInstant | undefined;
  readonly timeline: {
    /** `undefined`: this demo has none. */
    readonly document: string | undefined;
    readonly loaded: LoadedTimeline | undefined;
    /** A part that shows it is there, until the function that this gives is called. */
    attach(): () => void;
    /** The instant that is looked at, in milliseconds of the run; `undefined`: now. */
    instant(): number | undefined;
  };
}

/** An input of a demo in use: for `<Field of>`, or for a field of one's own. */
export interface UsedInput<Value = unknown> {
  readonly name: string;
  readonly label: string;
  /** `undefined` where nothing is given yet, or what is written is none yet. */
  readonly value: Value | undefined;
  /** Why the value is not taken, as a sentence, once somebody has left it or tried to run. */
  readonly fault: string | undefined;
  set(value: Value): void;
  readonly [inside]: Inside & { readonly input: InputDescription };
}

/** An output of a demo in use: for `<Output of>`. */
export interface UsedOutput<Value = unknown> {
  readonly name: string;
  readonly label: string;
  /** `undefined` before the first. */
  readonly latest: Value | undefined;
  /** As `latest`, at the instant that the timeline is at. */
  readonly shown: Value | undefined;
  readonly [inside]: Inside & { readonly output: OutputDescription };
}

/** What of a demo in use does not depend on which it is; every part takes it. */
export interface AnyUsedDemo {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  /** How the run stands: `idle starting queued running done failed cancelled`. */
  readonly phase: RunPhase;
  /** Whether a run goes on, or is about to. */
  readonly active: boolean;
  /** The id of the run on show: its own page is at `/runs/<id>`. */
  readonly runId: string | undefined;
  /** Why the run has failed. What is wrong with an input is its `fault`, too. */
  readonly error: RunProblem | undefined;
  /** As the demo says it. */
  readonly progress: NonNullable<WireRun["progress"]> | undefined;
  /** Of the run, as its newest event says. A clock that runs is in `<Status>`. */
  readonly elapsedMs: number;
  readonly connection: ConnectionState["state"];
  /** Stops the run, also one that a reload has found again. */
  stop(): void;
  readonly [inside]: Inside;
}

/** A demo in use. `set`, `run` and `stop` are the same functions in every render. */
export interface UsedDemo<Definition> extends AnyUsedDemo {
  readonly inputs: {
    readonly [Name in keyof InputsOf<Definition>]: UsedInput<
      InputValue<InputsOf<Definition>[Name]>
    >;
  };
  readonly outputs: {
    readonly [Name in keyof OutputsOf<Definition>]: UsedOutput<
      OutputValue<OutputsOf<Definition>[Name]>
    >;
  };
  /** What the form holds. */
  readonly values: {
    readonly [Name in keyof InputsOf<Definition>]:
      | InputValue<InputsOf<Definition>[Name]>
      | undefined;
  };
  /** The newest value of each output. */
  readonly latest: {
    readonly [Name in keyof OutputsOf<Definition>]:
      | OutputValue<OutputsOf<Definition>[Name]>
      | undefined;
  };
  /** As the demo's file has them: `demo.set(demo.examples[0].values)`. */
  readonly examples: readonly { readonly label: string; readonly values: SomeValues<Definition> }[];
  /**
   * Changes an input, or several. A control with `streaming: true` tells the run that goes on.
   *
   * @example demo.set("steps", 20)
   */
  set<Name extends keyof InputsOf<Definition>>(
    name: Name,
    value: InputValue<InputsOf<Definition>[Name]>,
  ): void;
  set(values: SomeValues<Definition>): void;
  /**
   * Does what Run does: checks the form, waits for what goes up, and starts a run. Where an input is not
   * taken none is started, and its `fault` says why.
   *
   * @param values what the form is filled with before
   */
  run(values?: SomeValues<Definition>): void;
}
