import { imageOutput } from "../image/output";
import type { OutputWriter, WriterContext } from "../kind";
import { withoutHalfPair } from "../streamed-text";
import { YieldError } from "../yield-error";
import { type StepChange, type StepState, stepStates } from ".";
import { type LoggedPart, type LoggedReply, type LoggedStep, loggedReply } from "./logged-reply";

/** In one reply: its texts, steps and pictures. */
const mostParts = 1000;
/** Steps within steps. */
const deepest = 8;
/** In UTF-16 code units; what is longer is cut. */
const longestTitle = 200;

const expected = "a string, { text }, { image }, step(…) or something of a step, or nextMessage()";

interface KnownStep {
  readonly at: number;
  readonly message: number;
  readonly parent: number | undefined;
  readonly depth: number;
  readonly beganMs: number;
  title: string;
  state: StepState;
  durationMs: number | undefined;
  /** The first half of a surrogate pair whose other half has not come. */
  held: string;
}

/** Turns what `reply` yields into what its run's log keeps. */
export function createReplyWriter(context: WriterContext): OutputWriter<LoggedReply> {
  const { maxValueBytes } = context;
  const began = performance.now();
  const images = imageOutput.writer({}, context);
  const steps = new Map<string, KnownStep>();
  let parts = 0;
  let message = 0;
  /** The first part of the message. */
  let first = 0;
  /** The text that is appended to, for as long as nothing has begun behind it. */
  let said: { readonly at: number; held: string } | undefined;

  const elapsed = () => Math.round(performance.now() - began);

  function place(): { at: number; message: number; begins: true } {
    if (parts >= mostParts) {
      throw new YieldError(
        `at most ${mostParts.toLocaleString("en")} parts in one reply`,
        "one more text, step or picture",
      );
    }
    return { at: parts++, message, begins: true };
  }

  function checked(text: string): string {
    if (text.length <= maxValueBytes) return text;
    throw new YieldError(
      `at most ${maxValueBytes.toLocaleString("en")} characters in one yield (YIELDCAST_MAX_VALUE_BYTES)`,
      { value: text },
    );
  }

  function say(text: string): LoggedReply {
    checked(text);
    if (text === "") return loggedReply([]);
    const goesOn = said?.at === parts - 1;
    const whole = (goesOn ? (said?.held ?? "") : "") + text;
    const delta = withoutHalfPair(whole);
    const spot = goesOn && said ? { at: said.at, message, begins: false } : place();
    said = { at: spot.at, held: whole.slice(delta.length) };
    return loggedReply([{ ...spot, type: "text", delta }]);
  }

  async function show(value: unknown): Promise<LoggedReply> {
    const spot = place();
    const image = await images.write(value);
    return loggedReply([{ ...spot, type: "image", image }]);
  }

  function begin({ id, parent, title }: StepChange): KnownStep {
    if (typeof title !== "string") {
      throw new YieldError(
        "a step that has begun, or a title with a new one",
        `the unknown step ${short(id)} without a title`,
      );
    }
    const within = parent === undefined ? undefined : steps.get(parent);
    if (parent !== undefined && !within) {
      throw new YieldError(
        "a step within one that has begun",
        `the unknown parent ${short(parent)}`,
      );
    }
    const depth = within ? within.depth + 1 : 1;
    if (depth > deepest) {
      throw new YieldError(`steps within steps ${deepest} deep`, "one that lies deeper");
    }
    const { at } = place();
    const known: KnownStep = {
      at,
      message: within?.message ?? message,
      parent: within?.at,
      depth,
      beganMs: elapsed(),
      title: "",
      state: "running",
      durationMs: undefined,
      held: "",
    };
    steps.set(id, known);
    return known;
  }

  function change(value: StepChange): LoggedReply {
    const { id, title, delta = "", state } = value;
    if (typeof id !== "string") throw new YieldError("a step's id as a string", { value: id });
    if (typeof delta !== "string")
      throw new YieldError("a step's delta as a string", { value: delta });
    if (title !== undefined && typeof title !== "string") {
      throw new YieldError("a step's title as a string", { value: title });
    }
    if (state !== undefined && !stepStates.includes(state)) {
      throw new YieldError(`a step's state as one of ${stepStates.join(", ")}`, { value: state });
    }
    checked(delta);
    const before = steps.get(id);
    const known = before ?? begin(value);
    if (title !== undefined) known.title = withoutHalfPair(title.slice(0, longestTitle));
    if (state !== undefined) end(known, state);
    const whole = known.held + delta;
    const fresh = withoutHalfPair(whole);
    known.held = whole.slice(fresh.length);
    return loggedReply([logged(known, fresh, before === undefined)]);
  }

  function end(known: KnownStep, state: StepState): void {
    known.state = state;
    known.durationMs =
      state === "running" ? undefined : (known.durationMs ?? elapsed() - known.beganMs);
  }

  function nextMessage(): LoggedReply {
    // Of a message in which nothing is said there would be an empty one on the page.
    if (parts > first) {
      message++;
      first = parts;
      said = undefined;
    }
    return loggedReply([]);
  }

  return {
    write(value) {
      if (typeof value === "string") return say(value);
      if (typeof value !== "object" || value === null) throw new YieldError(expected, { value });
      if ("kind" in value && value.kind === "step") return change(value as StepChange);
      if ("text" in value && typeof value.text === "string") return say(value.text);
      if ("image" in value && value.image !== undefined) return show(value.image);
      if ("next" in value && value.next === "message") return nextMessage();
      throw new YieldError(expected, { value });
    },
    end() {
      const left: LoggedPart[] = [];
      for (const known of steps.values()) {
        if (known.state !== "running") continue;
        end(known, "done");
        left.push(logged(known, "", false));
      }
      return left.length > 0 ? loggedReply(left) : undefined;
    },
  };
}

function logged(known: KnownStep, delta: string, begins: boolean): LoggedStep {
  const { at, message, parent, title, state, beganMs, durationMs } = known;
  return { at, message, begins, type: "step", parent, title, state, beganMs, durationMs, delta };
}

function short(name: string): string {
  return JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name);
}
