import type { PastRun } from "@/lib/client/past-run";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import type { Fork } from "../fork";
import type { Filling } from "../history/fill-from";
import type { FieldProps, FieldRun } from "../kinds/kind";
import type { LazyRunStore } from "../lazy-run-store";
import type { Forking } from "../use-fork";
import type { Form, Values } from "../use-form";

export interface DemoCoreOptions {
  demo: DemoDescription;
  /** The demo's subscription. */
  document: string;
  /** Under what name the tab remembers the run; default: the demo's. */
  memory?: string | undefined;
  /** What the form holds at first, rather than the defaults. */
  first?: Values | undefined;
  /** A run that the form is to be filled from. */
  from?: Fork | undefined;
  /** Starts a run at once, but for one that a reload finds again. */
  autorun?: boolean | undefined;
  /** Whether the code that runs it is fetched before somebody comes near the form. Default: `true`. */
  preload?: boolean | undefined;
}

/** What is known here of the run on show. */
export interface ShownRun {
  readonly inputs: Values;
  /** By this page, rather than before a reload. */
  readonly started?: boolean;
  /** Of one that was opened from the history. */
  readonly past?: PastRun;
}

/** A demo in a page: its form, its run, and all that passes between them. Every console is drawn from one. */
export interface DemoCore {
  readonly demo: DemoDescription;
  /** Of the form; each field's is made from it. */
  readonly id: string;
  idOf(input: string): string;
  readonly form: Form;
  readonly store: LazyRunStore;
  /** The run as its page shall show it. */
  readonly snapshot: RunSnapshot;
  /** As it is: a file that goes up once more has failed it. */
  readonly known: RunSnapshot;
  /** Whether a run goes on, or is about to. */
  readonly active: boolean;
  /** What is waited for before the run can begin, such as `Uploading`. */
  readonly waiting: string | undefined;
  /** When it was started here, on the clock of `performance.now()`. */
  readonly pressedAt: number | undefined;
  /** `undefined` where nothing is known of what the run was given. */
  readonly shown: ShownRun | undefined;
  readonly forking: Forking;
  /** For the fields that feed a run by themselves. */
  readonly feeding: FieldRun;
  /** For a field that takes part in starting runs. */
  attach(input: string): FieldProps["attach"];
  /** Somebody has changed an input. */
  change(input: string, value: unknown): void;
  /** Fills in some inputs, as an example does; the run is told what it is fed. */
  fill(values: Values): void;
  /**
   * Run was pressed: checks the form, waits for its fields, and starts a run.
   *
   * @param newer values that the form is filled with before
   */
  start(newer?: Values): void;
  /**
   * Fills in some inputs and starts a run, without asking the fields.
   *
   * @returns why it cannot be, as a sentence
   */
  runWith(values: Values): string | undefined;
  /** `undefined` where there is nothing to stop. */
  readonly stop: (() => void) | undefined;
  /** Runs once more what is on show; `undefined` where that is not known to its end. */
  readonly again: (() => void) | undefined;
  /** As `again`, with another seed; `undefined` where there is none. */
  readonly newSeed: (() => void) | undefined;
  /** Shows a run of the history, and fills the form as it was. */
  open(past: PastRun, filling: Filling, tellGone: () => void): void;
  /** Whether an input is not as the run on show was given it. */
  isChanged(input: string): boolean;
  /** The inputs that `fill` has changed just now. */
  readonly marked: ReadonlySet<string>;
}
