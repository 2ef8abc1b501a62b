import { isOver, type RunProblem, type RunSnapshot } from "../run-snapshot";
import type { RunStore } from "../run-store";
import type { SessionMemory } from "../session-memory";
import {
  addTurn,
  type Conversation,
  changeTurn,
  emptyConversation,
  pathOf,
  type Said,
  showTurn,
  type Turn,
  type TurnPhase,
  undoTurn,
  withoutUploads,
} from "./conversation";
import { createConversationMemory } from "./conversation-memory";
import { historyOf } from "./history-of";
import type { JoinedReply } from "./joined-reply";

export interface ChatStoreOptions {
  /** The demo's name, under which the tab remembers the conversation. */
  demo: string;
  run: Pick<RunStore, "subscribe" | "getSnapshot" | "start" | "watch" | "stop">;
  /** Whether pictures may come with a message. */
  attachments: boolean;
  /** What is to be remembered of the further inputs that a message was sent with. */
  settingsOf(inputs: Inputs): string | undefined;
  memory: SessionMemory;
}

type Inputs = { readonly [input: string]: unknown };

export interface ChatSnapshot {
  readonly conversation: Conversation;
  /** The turns on show, the oldest first. */
  readonly path: readonly Turn[];
  /** Of the turn whose reply goes on. */
  readonly live: number | undefined;
}

/** A conversation whose replies are runs, made for React's `useSyncExternalStore`. */
export interface ChatStore {
  subscribe(listener: () => void): () => void;
  getSnapshot(): ChatSnapshot;
  /** Comes back after a reload: follows a reply that goes on, and gives the inputs of before. */
  resume(): Inputs;
  /** Says something behind the turn `after`, or as the first. A reply that goes on is stopped. */
  send(said: Said, inputs: Inputs, after: Turn | undefined): void;
  /** Says something else in the place of a turn, as a branch of its own. */
  edit(turn: Turn, said: Said, inputs: Inputs): void;
  /** Has a turn replied to again. The reply of before, if there was one, stays as a branch. */
  retry(turn: Turn, inputs: Inputs): void;
  undo(turn: Turn): void;
  show(turn: Turn): void;
  stop(): void;
  /** Listens to the run, until the function that it gives is called. */
  connect(): () => void;
}

const phases: { readonly [phase: string]: TurnPhase } = {
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
};

export function createChatStore(options: ChatStoreOptions): ChatStore {
  const { demo, run, attachments, settingsOf, memory } = options;
  const kept = createConversationMemory(demo, memory);
  const listeners = new Set<() => void>();
  let conversation = emptyConversation;
  let inputs: Inputs = {};
  let live: number | undefined;
  /** Whether the turn was tried again without the files that the server does not keep. */
  let healed = false;
  let snapshot: ChatSnapshot = { conversation, path: [], live };

  function publish(): void {
    snapshot = { conversation, path: pathOf(conversation), live };
    for (const listener of [...listeners]) listener();
  }

  function keep(): void {
    kept.keep({ conversation, inputs });
  }

  function turnOf(id: number | undefined): Turn | undefined {
    return conversation.turns.find((turn) => turn.id === id);
  }

  /** Takes over what the run has come to. */
  function follow(): void {
    const turn = turnOf(live);
    const now = run.getSnapshot();
    if (!turn || now.phase === "idle") return;
    const over = isOver(now.phase);
    if (over && heal(turn, now.error)) return;
    const reply = replyOf(now) ?? turn.reply;
    const known = now.run?.id ?? turn.run;
    if (over) {
      const { phase, error: problem, elapsedMs } = now;
      const notices = now.run?.notices.slice(-mostNotices);
      const ended = { reply, run: known, problem, elapsedMs, ...(notices?.length && { notices }) };
      end(turn, { phase: phases[phase] ?? "failed", ...ended });
    } else if (reply !== turn.reply || known !== turn.run) {
      conversation = changeTurn(conversation, turn.id, { reply, run: known });
      // From here on a reload follows the reply.
      if (known !== turn.run) keep();
    }
    publish();
  }

  function end(turn: Turn, changes: Partial<Turn>): void {
    conversation = changeTurn(conversation, turn.id, changes);
    live = undefined;
    keep();
  }

  /** Another run takes the place of the one that goes on: its turn keeps what was said. */
  function leaveLive(): void {
    const turn = turnOf(live);
    if (!turn) return;
    end(turn, { phase: "cancelled", reply: replyOf(run.getSnapshot()) ?? turn.reply });
  }

  function start(turn: Turn): void {
    const before = pathTo(conversation, turn.parent);
    const ids = turn.said.attachments.flatMap(({ id }) => (id === undefined ? [] : [id]));
    live = turn.id;
    conversation = changeTurn(conversation, turn.id, { settings: settingsOf(inputs) });
    keep();
    publish();
    run.start({
      ...inputs,
      message: turn.said.text,
      ...(attachments && { attachments: ids }),
      history: historyOf(before),
    });
  }

  /** Files are kept for a while only. A conversation goes on without those of before. */
  function heal(turn: Turn, problem: RunProblem | undefined): boolean {
    if (healed) return false;
    const gone = new Set(problem?.arguments?.flatMap(({ uploads = [] }) => uploads));
    const own = turn.said.attachments.some(({ id }) => id !== undefined && gone.has(id));
    if (gone.size === 0) return false;
    conversation = withoutUploads(conversation, gone);
    // Without its own pictures a message is another one.
    if (own) return false;
    healed = true;
    start(turn);
    return true;
  }

  function begin(parent: number, said: Said, given: Inputs): void {
    leaveLive();
    inputs = given;
    healed = false;
    const added = addTurn(conversation, parent, said);
    conversation = added.conversation;
    start(added.turn);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    resume() {
      const known = kept.recall();
      inputs = known.inputs;
      conversation = known.conversation;
      const going = conversation.turns.findLast(({ phase }) => phase === "live");
      for (const { id, phase } of conversation.turns) {
        if (phase !== "live" || (id === going?.id && going.run !== undefined)) continue;
        conversation = changeTurn(conversation, id, { phase: "failed", problem: lost });
      }
      if (going?.run !== undefined) {
        live = going.id;
        healed = true;
        run.watch(going.run);
      }
      publish();
      return inputs;
    },
    send(said, given, after) {
      begin(after?.id ?? 0, said, given);
    },
    edit(turn, said, given) {
      begin(turn.parent, said, given);
    },
    retry(turn, given) {
      if (turn.reply && turn.reply.parts.length > 0) return begin(turn.parent, turn.said, given);
      leaveLive();
      inputs = given;
      healed = false;
      const none = { run: undefined, problem: undefined, notices: undefined };
      const anew = { phase: "live", ...none } as const;
      conversation = changeTurn(conversation, turn.id, anew);
      start({ ...turn, ...anew });
    },
    undo(turn) {
      if (snapshot.live !== undefined && isOnPath(snapshot, snapshot.live, turn)) {
        run.stop();
        leaveLive();
      }
      conversation = undoTurn(conversation, turn);
      keep();
      publish();
    },
    show(turn) {
      conversation = showTurn(conversation, turn);
      keep();
      publish();
    },
    stop: () => run.stop(),
    connect: () => run.subscribe(follow),
  };
}

/** Of one reply, the newest. */
const mostNotices = 20;

const lost: RunProblem = {
  code: "START_UNKNOWN",
  message: "The page was left before the reply had begun.",
};

function replyOf({ outputs, carriedOver }: RunSnapshot): JoinedReply | undefined {
  return carriedOver ? undefined : (outputs.reply as JoinedReply | undefined);
}

/** The turns up to one, whether they are on show or not. */
function pathTo({ turns }: Conversation, id: number): Turn[] {
  const path: Turn[] = [];
  let at = id;
  for (const turn of [...turns].reverse()) {
    if (turn.id !== at) continue;
    path.unshift(turn);
    at = turn.parent;
  }
  return path;
}

/** Whether a turn on show is another one, or stands behind it. */
function isOnPath({ path }: ChatSnapshot, id: number, from: Turn): boolean {
  const first = path.findIndex((turn) => turn.id === from.id);
  return first >= 0 && path.slice(first).some((turn) => turn.id === id);
}
