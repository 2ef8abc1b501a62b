import { expect, test } from "@jest/globals";
import { audioStream, defineChat, group, markdown, slider, text } from "yieldcast";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { describeDemo } from "@/lib/demo/describe";

/** What is wrong with a file that exports this. */
function problemsOf(exported: object): readonly string[] {
  const checked = checkDemo("demos/talk.ts", exported);
  return isFault(checked) ? checked.problems : [];
}

test("a chat is a demo of its message, what was said before, and its further inputs", () => {
  const chat = checkDemo(
    "demos/talk.ts",
    defineChat({
      prompts: ["Hello"],
      attachments: { images: true, max: 2 },
      maxLength: 50,
      inputs: { heat: slider({ min: 0, max: 1 }) },
      reply: ({ message }) => message,
    }),
  );
  if (isFault(chat)) throw new Error(chat.problems.join());
  expect(Object.keys(chat.inputs)).toEqual(["message", "attachments", "history", "heat"]);
  expect(Object.keys(chat.outputs)).toEqual(["reply"]);
  expect(chat).toMatchObject({ title: "Talk", single: true, live: false });
  expect(describeDemo(chat).chat).toEqual({
    prompts: ["Hello"],
    placeholder: undefined,
    attachments: 2,
  });
  expect(structuredClone(describeDemo(chat))).toEqual(describeDemo(chat));
});

test("a chat that takes no pictures has no argument for them, and asks for a message", () => {
  const chat = checkDemo("demos/talk.ts", defineChat({ reply: () => "" }));
  if (isFault(chat)) throw new Error(chat.problems.join());
  expect(Object.keys(chat.inputs)).toEqual(["message", "history"]);
  expect(describeDemo(chat).inputs[0]?.default).toBeUndefined();
});

const reply = () => "";

test.each<[object, RegExp]>([
  [{ reply: 5 }, /reply must be a function; got 5\. Write: async \*reply/],
  [{ reply, run: reply }, /A chat has no run: it has reply/],
  [{ reply, output: text() }, /A chat has no output:/],
  [{ reply, live: true }, /A chat has no live:/],
  [{ reply, prompts: "Hello" }, /prompts must be a list of at most 12 texts .*; got "Hello"/],
  [{ reply, prompts: [" "] }, /prompts must be a list/],
  [{ reply, prompts: Array.from({ length: 13 }, (_, at) => `${at}`) }, /got an array of 13/],
  [{ reply, placeholder: 5 }, /placeholder must be a text; got 5/],
  [{ reply, attachments: true }, /attachments must say which: \{ images: true \}.*; got true/],
  [
    { reply, attachments: { images: true, max: 0 } },
    /"attachments": max must be .* 1 to 20; got 0/,
  ],
  [
    { reply, attachments: { images: true, maxSize: -1 } },
    /maxSize must be a whole number of bytes/,
  ],
  [{ reply, maxLength: -1 }, /"message": m..Length/],
  [{ reply, inputs: [] }, /inputs must be an object of kinds by name/],
  [{ reply, inputs: { history: text() } }, /"history" is one that every chat has\. Rename yours/],
  [{ reply, inputs: { more: group({ mic: audioStream() }) } }, /"mic" streams, but a chat's/],
  [{ reply, inputs: { mic: audioStream() } }, /"mic" streams, but a chat's inputs are given with/],
  [
    { reply, inputs: { stats: markdown() } },
    /"stats" is of the kind markdown, which is only yielded/,
  ],
  [
    { reply, inputs: { more: group({ tempo: slider({ min: 0, max: 1, streaming: true }) }) } },
    /"tempo" streams, but a chat's inputs/,
  ],
  [{ reply, title: 5 }, /title must be a text/],
])("%p is told what to mend", (exported, message) => {
  const problems = problemsOf(exported);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(message);
});
