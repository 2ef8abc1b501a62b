import { expect, test } from "@jest/globals";
import {
  addTurn,
  branchesOf,
  type Conversation,
  changeTurn,
  emptyConversation,
  pathOf,
  type Said,
  showTurn,
  type Turn,
  undoneOf,
  undoTurn,
} from "@/lib/client/chat/conversation";
import { createConversationMemory } from "@/lib/client/chat/conversation-memory";
import { historyOf } from "@/lib/client/chat/history-of";
import type { JoinedReply } from "@/lib/client/chat/joined-reply";
import { createSessionMemory } from "@/lib/client/session-memory";

const said = (text: string): Said => ({ text, attachments: [] });

/** A finished reply of these messages. */
function replyOf(...messages: string[]): JoinedReply {
  const rest = { parent: null, title: null, state: null, beganMs: null, durationMs: null };
  return {
    parts: messages.map((text, at) => ({
      ...rest,
      at,
      message: at,
      type: "TEXT",
      text,
      origin: {},
      image: null,
    })),
  };
}

/** A conversation of messages, each with its reply. */
function talk(...texts: string[]): Conversation {
  let conversation = emptyConversation;
  for (const text of texts) {
    const after = pathOf(conversation).at(-1)?.id ?? 0;
    const added = addTurn(conversation, after, said(text));
    const changes = { phase: "done", reply: replyOf(`Re: ${text}`) } as const;
    conversation = changeTurn(added.conversation, added.turn.id, changes);
  }
  return conversation;
}

const textsOn = (conversation: Conversation) => pathOf(conversation).map((turn) => turn.said.text);
const turnAt = (conversation: Conversation, at: number) => pathOf(conversation)[at] as Turn;

test("an edited message begins a branch, and the one before can be shown again", () => {
  const before = talk("one", "two", "three");
  const two = turnAt(before, 1);
  const { conversation, turn } = addTurn(before, two.parent, said("zwei"));
  expect(textsOn(conversation)).toEqual(["one", "zwei"]);
  expect(branchesOf(conversation, turn).map(({ said }) => said.text)).toEqual(["two", "zwei"]);
  expect(textsOn(showTurn(conversation, two))).toEqual(["one", "two", "three"]);
  expect(textsOn(showTurn(showTurn(conversation, two), turn))).toEqual(["one", "zwei"]);
});

test("a message that is taken back can be restored, and what is said instead is a branch", () => {
  const before = talk("one", "two", "three");
  const undone = undoTurn(before, turnAt(before, 1));
  expect(textsOn(undone)).toEqual(["one"]);
  const back = undoneOf(undone) as Turn;
  expect(back.said.text).toBe("two");
  expect(textsOn(showTurn(undone, back))).toEqual(["one", "two", "three"]);
  const { conversation, turn } = addTurn(undone, 1, said("other"));
  expect(branchesOf(conversation, turn)).toHaveLength(2);
  expect(undoneOf(conversation)).toBeUndefined();
  expect(undoneOf(before)).toBeUndefined();
  expect(textsOn(undoTurn(before, turnAt(before, 0)))).toEqual([]);
});

test("what is sent along is what was said on the path, each message of a reply by itself", () => {
  const turn: Turn = {
    id: 1,
    parent: 0,
    phase: "cancelled",
    said: {
      text: "Look",
      attachments: [
        { id: "a", name: "a.png", thumbnail: undefined },
        { id: undefined, name: "gone.png", thumbnail: undefined },
      ],
    },
    reply: replyOf("I see.", "", "A cat."),
  };
  const silent: Turn = { ...turn, id: 2, parent: 1, said: said("Hello?"), reply: undefined };
  expect(historyOf([turn, silent])).toEqual([
    { role: "USER", text: "Look", attachments: ["a"] },
    { role: "ASSISTANT", text: "I see." },
    { role: "ASSISTANT", text: "A cat." },
    { role: "USER", text: "Hello?" },
  ]);
});

test("of a conversation that is too long the newest turns are sent along, and only whole ones", () => {
  const path = pathOf(talk("one", "two", "three"));
  const limits = { messages: 500, characters: 24, attachments: 0 };
  expect(historyOf(path, limits).map(({ text }) => text)).toEqual([
    "two",
    "Re: two",
    "three",
    "Re: three",
  ]);
  expect(historyOf(path, { ...limits, characters: 23 }).map(({ text }) => text)).toEqual([
    "three",
    "Re: three",
  ]);
  expect(historyOf(path, { ...limits, messages: 3 })).toHaveLength(2);
  expect(historyOf(path, { ...limits, characters: 3 })).toEqual([]);
});

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    memory: createSessionMemory({
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    }),
  };
}

test("a conversation is remembered with its branches and inputs", () => {
  const { memory } = storage();
  const before = talk("one", "two");
  const { conversation } = addTurn(before, 0, said("eins"));
  createConversationMemory("chat", memory).keep({ conversation, inputs: { tone: "calm" } });
  const known = createConversationMemory("chat", memory).recall();
  expect(known).toEqual({ conversation, inputs: { tone: "calm" } });
  expect(createConversationMemory("other", memory).recall().conversation.turns).toEqual([]);
});

test("of one that is too long to be kept the newest turns are", () => {
  const { memory, kept } = storage();
  const conversation = talk(...Array.from({ length: 100 }, (_, at) => `message ${at}`));
  const chat = createConversationMemory("chat", memory, 10_000);
  chat.keep({ conversation, inputs: {} });
  expect([...kept.values()][0]?.length).toBeLessThan(10_000);
  const texts = textsOn(chat.recall().conversation);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts).toEqual(textsOn(conversation).slice(-texts.length));
});

test.each([
  "",
  "{",
  "5",
  '{"conversation":{}}',
  '{"conversation":{"turns":[5],"chosen":{}},"inputs":{}}',
  '{"conversation":{"turns":[{"id":1,"parent":0,"said":{"text":5,"attachments":[]}}],"chosen":{}},"inputs":{}}',
])("what somebody else has written there begins a new one: %s", (written) => {
  const { memory } = storage();
  memory.set("chat:chat", written);
  expect(createConversationMemory("chat", memory).recall().conversation).toEqual(emptyConversation);
});

const part = replyOf("x").parts[0];
const attached = { id: "a", name: "a.png", thumbnail: "data:image/png;base64,AA==" };

test.each([
  ["no phase", { phase: undefined }],
  ["a phase that is none", { phase: "constructor" }],
  ["a run that is no text", { run: 5 }],
  ["no run", { run: null }],
  ["a problem without words", { problem: {} }],
  ["a time that is none", { elapsedMs: "1" }],
  ["an attachment that is none", { said: { text: "x", attachments: [null] } }],
  [
    "a picture of another host",
    { said: { text: "x", attachments: [{ ...attached, thumbnail: "https://evil.test/x" }] } },
  ],
  ["a part that is none", { reply: { parts: [null] } }],
  ["a part elsewhere", { reply: { parts: [{ ...part, at: 4e9 }] } }],
  ["a message far away", { reply: { parts: [{ ...part, message: 4e9 }] } }],
  ["a part within itself", { reply: { parts: [{ ...part, parent: 0 }] } }],
  ["a part without text", { reply: { parts: [{ ...part, text: undefined }] } }],
  ["a picture that is none", { reply: { parts: [{ ...part, type: "IMAGE" }] } }],
])("a turn with %s begins a new one, too", (_what, wrong) => {
  const { memory } = storage();
  const [turn] = talk("x").turns;
  const write = (changes: object) =>
    memory.set(
      "chat:chat",
      JSON.stringify({
        conversation: { turns: [{ ...turn, ...changes }], chosen: {} },
        inputs: {},
      }),
    );
  const recall = () => createConversationMemory("chat", memory).recall().conversation.turns;
  write({ said: { text: "x", attachments: [attached] }, run: "r", elapsedMs: 5 });
  expect(recall()).toHaveLength(1);
  write(wrong);
  expect(recall()).toEqual([]);
});

test("turns that follow each other in a circle end somewhere", () => {
  const turn = { said: said("x"), phase: "done" } as const;
  const turns = [
    { ...turn, id: 1, parent: 2 },
    { ...turn, id: 2, parent: 1 },
    { ...turn, id: 3, parent: 3 },
  ];
  expect(pathOf({ turns, chosen: { 0: 1, 1: 2, 2: 1 } })).toEqual([]);
});
