import type { LoggedImage } from "../image/output";
import { withoutHalfPair } from "../streamed-text";
import type { StepState } from ".";

interface LoggedPartBase {
  /** Its place among all parts of the reply, from 0 on. */
  readonly at: number;
  /** The message that it belongs to, from 0 on. */
  readonly message: number;
  /** Whether it begins here, rather than goes on. */
  readonly begins: boolean;
}

export interface LoggedSaid extends LoggedPartBase {
  readonly type: "text";
  readonly delta: string;
}

export interface LoggedStep extends LoggedPartBase {
  readonly type: "step";
  /** The place of the step that it is part of. */
  readonly parent: number | undefined;
  readonly title: string;
  readonly state: StepState;
  /** Since the run began. */
  readonly beganMs: number;
  /** `undefined` while it goes on. */
  readonly durationMs: number | undefined;
  readonly delta: string;
}

export interface LoggedPicture extends LoggedPartBase {
  readonly type: "image";
  readonly image: LoggedImage;
}

/** A part of a reply, or what has been added to it: `delta` goes behind that of before. */
export type LoggedPart = LoggedSaid | LoggedStep | LoggedPicture;

/** What the log keeps of a reply: the parts that have begun or gone on, in the order of `at`. */
export interface LoggedReply {
  readonly kind: "reply";
  /** Whether it stands for the reply so far, rather than behind it. */
  readonly reset: boolean;
  readonly parts: readonly LoggedPart[];
  /** About how many bytes it takes; kept, as a reply may have a thousand parts. */
  readonly size: number;
  /** Of its pictures, the names of their bytes, and how many they are. */
  readonly ids: readonly string[];
  readonly imageBytes: number;
}

/** What is logged of one yield. */
export function loggedReply(parts: readonly LoggedPart[], reset = false): LoggedReply {
  const pictures = parts.flatMap((part) => (part.type === "image" ? [part.image] : []));
  return {
    kind: "reply",
    reset,
    parts,
    size: parts.reduce((size, part) => size + sizeOfPart(part), 64),
    ids: pictures.map(({ id }) => id),
    imageBytes: pictures.reduce((bytes, picture) => bytes + picture.bytes, 0),
  };
}

/** Associative. What it costs is in what is new, but for one copy of the list of parts. */
export function mergeReplies(older: LoggedReply, newer: LoggedReply): LoggedReply {
  if (newer.reset) return newer;
  if (newer.parts.length === 0) return older;
  const parts = older.parts.slice();
  let { size } = older;
  for (const part of newer.parts) {
    const place = placeOf(parts, part.at);
    const before = parts[place];
    if (before?.at === part.at) {
      const merged = mergeParts(before, part);
      parts[place] = merged;
      size += sizeOfPart(merged) - sizeOfPart(before);
    } else {
      parts.splice(place, 0, part);
      size += sizeOfPart(part);
    }
  }
  const pictures = newer.ids.length > 0;
  return {
    kind: "reply",
    reset: older.reset,
    parts,
    size,
    ids: pictures ? [...older.ids, ...newer.ids] : older.ids,
    imageBytes: older.imageBytes + newer.imageBytes,
  };
}

/** A state in pieces of about `size` bytes, the first of which resets. */
export function replyInPieces(state: LoggedReply, size: number): LoggedReply[] {
  const pieces: LoggedReply[] = [];
  let parts: LoggedPart[] = [];
  let room = size;
  function cut(): void {
    pieces.push(loggedReply(parts, pieces.length === 0));
    parts = [];
    room = size;
  }
  for (const part of state.parts) {
    if (part.type === "image") {
      parts.push(part);
      room -= sizeOfPart(part);
      continue;
    }
    let rest = part.delta;
    let { begins } = part;
    do {
      const most = Math.max(2, Math.floor(room / 2));
      const delta = most >= rest.length ? rest : withoutHalfPair(rest.slice(0, most));
      const piece = { ...part, begins, delta };
      parts.push(piece);
      room -= sizeOfPart(piece);
      rest = rest.slice(delta.length);
      begins = false;
      if (room <= 0) cut();
    } while (rest.length > 0);
  }
  if (parts.length > 0 || pieces.length === 0) cut();
  return pieces;
}

/** Where in the list a part stands, or would. Nearly always it is the last one. */
function placeOf(parts: readonly LoggedPart[], at: number): number {
  let place = parts.length;
  while (place > 0 && (parts[place - 1] as LoggedPart).at >= at) place--;
  return place;
}

function mergeParts(older: LoggedPart, newer: LoggedPart): LoggedPart {
  if (older.type === "image" || newer.type === "image") return newer;
  const begins = older.begins || newer.begins;
  return { ...newer, begins, delta: older.delta + newer.delta };
}

function sizeOfPart(part: LoggedPart): number {
  if (part.type === "image") return 240;
  const title = part.type === "step" ? part.title.length * 2 : 0;
  return part.delta.length * 2 + title + 120;
}
