import type { OwnedRun } from "@/lib/client/owned-run";
import type { InputDescription, OutputDescription } from "@/lib/demo/describe";
import type { InputKindName } from "@/lib/kinds/inputs";
import type { OutputKindName } from "@/lib/kinds/outputs";

/** What the field of an input kind is given. */
export interface FieldProps<Name extends InputKindName = InputKindName> {
  input: Extract<InputDescription, { kind: Name }>;
  /** `undefined` where nothing is given yet. */
  value: unknown;
  onChange(value: unknown): void;
  /** Why the value is not taken, as a sentence. */
  error: string | undefined;
  disabled: boolean;
  /** For the control, so that its label finds it. */
  id: string;
  /** Takes part in starting runs, until the function that it gives is called. */
  attach(part: FieldPart): () => void;
  run: FieldRun;
}

/** What a field does before a run, beyond holding a value: it sends a file up, or opens a microphone. */
export interface FieldPart {
  /** What is still to be done before a run, for the button: `Uploading`. `undefined` where nothing is. */
  doing(lost?: unknown): string | undefined;
  /**
   * Called at once when Run is pressed. Its value where all is well, else `undefined`; then the field has
   * said why.
   *
   * @param lost the value of before, where the server has said that it does not know it any more
   */
  ready(lost?: unknown): Promise<{ value: unknown } | undefined>;
  /** No run begins after all: another field was not ready, or it was given up. */
  calledOff?(): void;
}

/** The run that the page shows, for a field that feeds it. */
export interface FieldRun {
  /** It goes on, or is about to. */
  readonly active: boolean;
  /** Whether this page has started it, rather than one before a reload. */
  readonly startedHere: boolean;
  /** `undefined` until it has begun, and where this tab may not feed it. */
  readonly owned: OwnedRun | undefined;
}

/** What the view of an output kind is given. */
export interface ViewProps<Value, Name extends OutputKindName = OutputKindName> {
  output: Extract<OutputDescription, { kind: Name }>;
  /** `undefined` before the first. */
  value: Value | undefined;
  /** Whether more may come. */
  live: boolean;
  /** Whether this page has started the run, rather than come to it on its way or at its end. */
  started: boolean;
  /**
   * The instant that is looked at, for what is played; `undefined`: now. `value` is of that instant, so
   * other views need not ask; of sound and film that stream it is the newest all the same, as what a
   * player has loaded is of use at any instant.
   */
  instant?: PlayedInstant | undefined;
}

/** How a player follows an instant of its run. */
export interface PlayedInstant {
  /** What was heard then, in seconds on the output's own clock; `undefined` before its first chunk. */
  readonly position: number | undefined;
  /** Whether it goes on from there, and how fast. */
  readonly playing: boolean;
  readonly rate: number;
}
