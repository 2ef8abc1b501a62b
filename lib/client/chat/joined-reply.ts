/** A part of a reply on the wire, or what is new of it. */
export interface PartOnWire {
  readonly at: number;
  readonly message: number;
  readonly type: "TEXT" | "STEP" | "IMAGE";
  readonly delta: string;
  readonly parent: number | null;
  readonly title: string | null;
  readonly state: "RUNNING" | "DONE" | "FAILED" | null;
  readonly beganMs: number | null;
  readonly durationMs: number | null;
  readonly image: ReplyPicture | null;
}

/** A reply on the wire, as pages select it. */
export interface ReplyOnWire {
  readonly reset: boolean;
  readonly parts: readonly PartOnWire[];
}

export interface ReplyPicture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** A part of a reply as it grows. */
export interface ReplyPart extends Omit<PartOnWire, "delta"> {
  /** All that has come; empty where it is a picture. */
  readonly text: string;
  /** The same object for as long as the text only grows, so that a view need not compare texts. */
  readonly origin: object;
}

/** A reply as it grows; a part's index is its `at`. Plain data, but for `origin`. */
export interface JoinedReply {
  readonly parts: readonly ReplyPart[];
}

/** The reply with what has come over the wire. It costs what is new, and one list of the parts. */
export function joinReply(previous: JoinedReply | undefined, wire: ReplyOnWire): JoinedReply {
  const parts = wire.reset || !previous ? [] : previous.parts.slice();
  for (const { delta, ...part } of wire.parts) {
    const before = parts[part.at];
    const text = (before?.text ?? "") + delta;
    parts[part.at] = { ...part, text, origin: before?.origin ?? {} };
  }
  return { parts };
}

/** A step and what lies in it, or another part. */
export interface ReplyNode {
  readonly part: ReplyPart;
  readonly within: readonly ReplyNode[];
}

/** The messages of a reply, each with its parts in their order, steps within steps. */
export function messagesOf({ parts }: JoinedReply): readonly (readonly ReplyNode[])[] {
  const messages: ReplyNode[][] = [];
  const nodes: { part: ReplyPart; within: ReplyNode[] }[] = [];
  for (const part of parts) {
    const node = { part, within: [] };
    nodes[part.at] = node;
    const parent = part.parent === null ? undefined : nodes[part.parent];
    if (parent) {
      parent.within.push(node);
      continue;
    }
    let message = messages[part.message];
    if (!message) {
      message = [];
      messages[part.message] = message;
    }
    message.push(node);
  }
  return messages;
}

/** The texts of each message of a reply, without steps and pictures; messages without text are left out. */
export function textsOf({ parts }: JoinedReply): readonly string[] {
  const texts: string[] = [];
  for (const { type, message, text } of parts) {
    if (type !== "TEXT" || text === "") continue;
    const before = texts[message];
    texts[message] = before === undefined ? text : `${before}\n\n${text}`;
  }
  return texts.filter((text) => text !== undefined);
}
