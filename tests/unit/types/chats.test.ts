import { expect, test } from "@jest/globals";
import { expectTypeOf } from "expect-type";
import {
  type ChatMessage,
  defineChat,
  group,
  type ImageFile,
  nextMessage,
  number,
  slider,
  step,
  text,
} from "yieldcast";

test("reply is given the message, what was said before, and the further inputs", () => {
  const chat = defineChat({
    prompts: ["Hello"],
    attachments: { images: true, max: 2 },
    inputs: { manner: text(), heat: slider({ min: 0, max: 1 }) },
    async *reply({ message, history, attachments, manner, heat }, { signal }) {
      expectTypeOf(message).toEqualTypeOf<string>();
      expectTypeOf(history).toEqualTypeOf<readonly ChatMessage[]>();
      expectTypeOf(attachments).toEqualTypeOf<readonly ImageFile[]>();
      expectTypeOf(manner).toEqualTypeOf<string>();
      expectTypeOf(heat).toEqualTypeOf<number>();
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
      const search = step("Searching");
      yield search;
      yield search.step("Reading").text("…");
      yield search.done();
      yield nextMessage();
      yield { text: "a" };
      yield { image: "docs/images/life.png" };
      yield "b";
    },
  });
  expect(chat.prompts).toEqual(["Hello"]);
});

test("inputs of a group are given in an object of its name", () => {
  defineChat({
    inputs: { more: group({ heat: slider({ min: 0, max: 1 }) }) },
    reply({ more }) {
      expectTypeOf(more.heat).toEqualTypeOf<number>();
      return "";
    },
  });
});

test("a reply may be one text, or a stream of them", () => {
  defineChat({ reply: ({ message }) => message });
  defineChat({ reply: async () => "later" });
  defineChat({ reply: () => new Blob(["a"]).stream().pipeThrough(new TextDecoderStream()) });
});

test("what a chat does not take does not compile", () => {
  defineChat({
    // @ts-expect-error A reply yields texts and steps.
    async *reply() {
      yield 5;
    },
  });
  defineChat({
    // @ts-expect-error A chat has an input of this name: rename yours.
    inputs: { history: text() },
    reply: () => "",
  });
  defineChat({
    // @ts-expect-error Only pictures may come along.
    attachments: { files: true },
    reply: () => "",
  });
  // @ts-expect-error A chat has reply, not run.
  defineChat({ run: () => "" });
  defineChat({
    inputs: { count: number() },
    // @ts-expect-error There is no input of this name.
    reply: ({ counts }) => counts,
  });
});
