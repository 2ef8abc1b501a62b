export type RunStatus = "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
export type NoticeLevel = "info" | "success" | "warning" | "error";

/** What a demo has to say. */
export interface WireNotice {
  readonly level: NoticeLevel;
  readonly text: string;
  /** When it came: since the run began. */
  readonly elapsedMs: number;
}

/** `Run`, as every page's operation selects it. */
export interface WireRun {
  readonly id: string;
  /** Only who has started the run is given it, and only on the stream that started it. */
  readonly key: string | null;
  readonly status: RunStatus;
  readonly position: number | null;
  readonly etaSeconds: number | null;
  readonly progress: {
    readonly value: number;
    readonly total: number | null;
    readonly text: string | null;
  } | null;
  readonly notices: readonly WireNotice[];
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly viewers: number;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** One event of a run; each output stands beside these, and is `null` where it is unchanged. */
export interface WireEvent {
  readonly run: WireRun;
  readonly seq: number;
  readonly yields: number;
  readonly cursor: string;
  readonly elapsedMs: number;
  readonly [output: string]: unknown;
}

/** A GraphQL error as it comes over the wire. */
export interface WireError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly [name: string]: unknown };
}

/** One result of an operation. */
export interface WireResult {
  readonly data?: { readonly [field: string]: unknown } | null;
  readonly errors?: readonly WireError[];
  readonly extensions?: { readonly [name: string]: unknown };
}

/** What is sent to have an operation carried out: https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters */
export interface WireRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: { readonly [name: string]: unknown };
}

// What an event has beside its outputs.
const shared = new Set(["run", "seq", "yields", "cursor", "elapsedMs", "__typename"]);

/** The outputs that an event changes. */
export function outputsOf(event: {
  readonly [field: string]: unknown;
}): [name: string, value: unknown][] {
  return Object.entries(event).filter(([name, value]) => !shared.has(name) && value != null);
}

/**
 * Whether an event is part of a state that is sent in pieces, and not its last one. Such an event says
 * how the run stands, but what has been received of its outputs is of use only with the rest.
 */
export function isPiece(event: WireEvent): boolean {
  return event.yields === 0 && outputsOf(event).length > 0;
}
