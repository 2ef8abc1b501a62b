import type { OperationResult } from "@urql/core";
import { createBackoff } from "./backoff";
import { toBase64 } from "./base64";
import { isUnanswered } from "./is-unanswered";
import type { OwnedRun } from "./owned-run";
import { problemOf } from "./problem-of";
import type { RunProblem } from "./run-snapshot";
import { createWaitingPieces, type FeedSort, type WaitingPiece } from "./waiting-pieces";
import type { OnWake } from "./wake";

export interface FeedSenderOptions {
  run: OwnedRun;
  /** The input's name. */
  input: string;
  sort: FeedSort;
  onWake: OnWake;
  /** `state` has changed. */
  onChange?(state: FeedSenderState): void;
  /** So many more pieces were given up: the wire or the demo is slower than what is pushed. */
  onLost?(pieces: number): void;
  /** Bytes of sound that may wait. Default: 2 MiB, a minute at 16 kHz. */
  maxWaitingBytes?: number;
}

export interface FeedSenderState {
  /** `ended`: the server has all. `closed`: it takes no more, and `problem` says why. */
  readonly phase: "open" | "ended" | "closed";
  readonly problem: RunProblem | undefined;
  /** Requests that were answered. */
  readonly sent: number;
  /** Pieces that were given up here: of sound the oldest, of the camera those that a newer replaced. */
  readonly lost: number;
  /** From the push of the newest answered piece to its answer. */
  readonly latencyMs: number | undefined;
  /** Pictures that came to the server and were never given to the demo. */
  readonly dropped: number;
  /** Of sound, the seconds that the demo has still to take. */
  readonly bufferedSeconds: number | undefined;
}

/** Sends what is fed to one input of a run, one request at a time. */
export interface FeedSender {
  readonly state: FeedSenderState;
  /**
   * Sends a piece: samples (at most 256 kB, whole frames), an encoded picture, or a control's value.
   * Bytes are not copied: do not write to them again. It never rejects. Where each piece counts and the
   * source can wait (`frames`), push the next one once it has settled.
   *
   * @param time of a picture, its place in its video, in seconds
   */
  push(piece: unknown, time?: number): Promise<void>;
  /** Says, behind all that waits, that no more will come. Settles when the server knows. */
  end(): Promise<void>;
  /** Stops at once and says nothing: the run is over, or the page goes away. */
  dispose(): void;
}

interface Answer {
  pushInput: { next: number; dropped: number; bufferedSeconds: number | null };
}

const document = `mutation PushInput($run: ID!, $key: String!, $input: String!, $index: Int!, $data: String, $value: JSON, $time: Float, $wait: Boolean!, $end: Boolean!) {
  pushInput(run: $run, key: $key, input: $input, index: $index, data: $data, value: $value, time: $time, wait: $wait, end: $end) { next dropped bufferedSeconds }
}`;

// The server lets a piece wait 10 s for room.
const answerWithinMs = 20_000;
// The server takes 30 s of silence for an end (`YIELDCAST_FEED_IDLE_SECONDS`).
const saySomethingEveryMs = 10_000;

/**
 * @example
 * const sender = createFeedSender({ run, input: "mic", sort: "sound", onWake });
 * worklet.port.onmessage = ({ data }) => sender.push(data as Int16Array);
 * stopButton.onclick = () => sender.end();
 */
export function createFeedSender(options: FeedSenderOptions): FeedSender {
  const { run, input, sort, onWake, onChange, onLost } = options;
  const waiting = createWaitingPieces(sort, options.maxWaitingBytes ?? 2 * 2 ** 20);
  const backoff = createBackoff({ onWake });
  const onOver: (() => void)[] = [];
  let state: FeedSenderState = {
    phase: "open",
    problem: undefined,
    sent: 0,
    lost: 0,
    latencyMs: undefined,
    dropped: 0,
    bufferedSeconds: undefined,
  };
  /** Unknown until the server is asked: the page may have fed this run before it was loaded anew. */
  let index: number | undefined;
  let busy = false;
  let ending = false;
  let disposed = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let leave = () => {};

  function change(changes: Partial<FeedSenderState>): void {
    state = { ...state, ...changes };
    if (!disposed) onChange?.(state);
  }

  function finish(phase: "ended" | "closed", problem: RunProblem | undefined): void {
    change({ phase, problem });
    shut();
  }

  function shut(): void {
    clearTimeout(silence);
    backoff.cancel();
    leave();
    waiting.clear();
    for (const settle of onOver.splice(0)) settle();
  }

  /** Sends what is next, where nothing is under way. */
  function pump(sayNothing = false): void {
    if (busy || disposed || state.phase !== "open") return;
    if (waiting.size === 0 && !ending && !sayNothing) return;
    clearTimeout(silence);
    busy = true;
    const piece = index === undefined ? undefined : waiting.take();
    const end = index !== undefined && ending && waiting.size === 0;
    void send(piece, end);
  }

  async function send(piece: WaitingPiece | undefined, end: boolean): Promise<void> {
    const data = piece?.bytes && (await toBase64(piece.bytes));
    const content = { data, value: piece?.value, time: piece?.time, wait: sort === "frames", end };
    if (!disposed) attempt({ ...content, index: index ?? 0 }, piece?.at);
  }

  function attempt(content: { index: number; end: boolean }, at: number | undefined): void {
    const retry = () => {
      leave();
      backoff.schedule(() => attempt(content, at));
    };
    const late = setTimeout(retry, answerWithinMs);
    const variables = { run: run.id, key: run.key, input, ...content };
    const { unsubscribe } = run.client.mutation<Answer>(document, variables).subscribe((result) => {
      clearTimeout(late);
      if (isUnanswered(result) || isFull(result)) retry();
      else receive(result, content, at);
    });
    leave = () => {
      clearTimeout(late);
      unsubscribe();
    };
  }

  function receive(
    { data, error }: OperationResult<Answer>,
    { end }: { end: boolean },
    at: number | undefined,
  ): void {
    if (disposed) return;
    if (error || !data) {
      finish("closed", error && problemOf(error));
      return;
    }
    const { next, dropped, bufferedSeconds } = data.pushInput;
    backoff.reset();
    index = next;
    busy = false;
    change({
      sent: state.sent + 1,
      dropped,
      bufferedSeconds: bufferedSeconds ?? undefined,
      latencyMs: at === undefined ? state.latencyMs : performance.now() - at,
    });
    if (end) finish("ended", undefined);
    else if (sort !== "control") silence = setTimeout(() => pump(true), saySomethingEveryMs);
    pump();
  }

  // A microphone that is not allowed yet has somebody who is about to.
  if (sort !== "control") pump(true);

  return {
    get state() {
      return state;
    },
    push(piece, time) {
      if (disposed || ending || state.phase !== "open") return Promise.resolve();
      const at = performance.now();
      const content = ArrayBuffer.isView(piece) ? { bytes: bytesOf(piece) } : { value: piece };
      let left = () => {};
      const departed = new Promise<void>((resolve) => {
        left = resolve;
      });
      const lost = waiting.add({ ...content, time, at, left });
      if (lost > 0 && sort !== "control") {
        change({ lost: state.lost + lost });
        onLost?.(lost);
      }
      pump();
      return sort === "frames" ? departed : Promise.resolve();
    },
    end() {
      if (disposed || state.phase !== "open") return Promise.resolve();
      ending = true;
      pump();
      return new Promise((resolve) => onOver.push(resolve));
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      shut();
    },
  };
}

/** It waited for room, and may wait again. */
function isFull({ error }: OperationResult): boolean {
  return error?.graphQLErrors[0]?.extensions?.code === "FEED_FULL";
}

/** Samples lie in memory as they go over the wire: every browser is little-endian. */
function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
