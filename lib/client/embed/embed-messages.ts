import type { RunSnapshot } from "../run-snapshot";

/** What every message says that it is; another number would be another protocol. */
export const embedProtocol = 1;

/** From the page around an embed. */
export type ToEmbed =
  | { readonly type: "run"; readonly inputs: { readonly [input: string]: unknown } }
  | { readonly type: "stop" };

/** What an embed says of its run whenever something has changed. */
export interface EmbedEvent {
  readonly phase: RunSnapshot["phase"];
  /** The run's id and the address of its page, once it has begun. */
  readonly run: { readonly id: string; readonly url: string } | null;
  readonly elapsedMs: number;
  readonly yields: number;
  readonly progress: { readonly value: number; readonly total: number | null } | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** The newest value of each output that has changed, where it is small. */
  readonly outputs: { readonly [output: string]: unknown };
}

/** To the page around an embed. */
export type FromEmbed =
  /** It listens. */
  | { readonly type: "ready" }
  /** What it needs, in pixels. */
  | { readonly type: "height"; readonly height: number }
  | { readonly type: "event"; readonly event: EmbedEvent }
  /** `run` was not taken: an input is wrong. */
  | { readonly type: "refused"; readonly message: string };

/** Reads a message, which may be anything that any page has sent. */
export function readToEmbed(data: unknown): ToEmbed | undefined {
  if (!isRecord(data) || data.yieldcast !== embedProtocol) return undefined;
  if (data.type === "stop") return { type: "stop" };
  if (data.type !== "run") return undefined;
  return { type: "run", inputs: isRecord(data.inputs) ? data.inputs : {} };
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
