import { expect, test } from "@jest/globals";
import { expectTypeOf } from "expect-type";
import {
  audioStream,
  checkbox,
  defineDemo,
  file,
  group,
  json,
  log,
  number,
  slider,
  table,
  text,
} from "yieldcast";
import type { useDemo as UseDemo } from "yieldcast/react";
import type {
  DemoName,
  InputsOf,
  OutputsOf,
  OutputValue,
  SomeValues,
  Usable,
} from "@/app/_ui/custom/demo-types";
import type { DemoList, Demos } from "@/demos";

declare const useDemo: typeof UseDemo;

const demo = defineDemo({
  inputs: {
    words: text(),
    paper: file(),
    mic: audioStream(),
    pace: slider({ min: 0, max: 1, streaming: true }),
    more: group({ loud: checkbox(), count: number() }),
    other: group({ deep: json<{ depth: number }>() }),
  },
  outputs: {
    shown: text(),
    stats: json<{ loss: number }>(),
    rows: table(),
    lines: log(),
    size: number(),
  },
  run: () => ({ shown: "" }),
});

test("an input has the type that its file declares, in a group or not; a file is its upload's id", () => {
  expectTypeOf<Required<SomeValues<typeof demo>>>().toEqualTypeOf<
    Required<{
      readonly words?: string;
      readonly paper?: string;
      readonly mic?: never;
      readonly pace?: number;
      readonly loud?: boolean;
      readonly count?: number;
      readonly deep?: { depth: number };
    }>
  >();
  expectTypeOf<keyof InputsOf<typeof demo>>().toEqualTypeOf<
    "words" | "paper" | "mic" | "pace" | "loud" | "count" | "deep"
  >();
  expect(Object.keys(demo.inputs ?? {})).toHaveLength(6);
});

test("an output's newest value has the type of its kind; a single output is called output", () => {
  type Outputs = OutputsOf<typeof demo>;
  expectTypeOf<OutputValue<Outputs["shown"]>>().toEqualTypeOf<string>();
  expectTypeOf<OutputValue<Outputs["stats"]>>().toEqualTypeOf<{ loss: number }>();
  expectTypeOf<OutputValue<Outputs["size"]>>().toEqualTypeOf<number>();
  expectTypeOf<OutputValue<Outputs["rows"]>["rows"][number]>().toEqualTypeOf<
    readonly (string | number | boolean | null)[]
  >();
  expectTypeOf<OutputValue<Outputs["lines"]>[number]["text"]>().toEqualTypeOf<string>();

  const single = defineDemo({ output: number(), run: () => 1 });
  expectTypeOf<keyof OutputsOf<typeof single>>().toEqualTypeOf<"output">();
  expectTypeOf<OutputValue<OutputsOf<typeof single>["output"]>>().toEqualTypeOf<number>();
  expect(single.output).toBeDefined();
});

test("useDemo knows the demos of demos/, and says what is wrong with any other name", () => {
  expectTypeOf<DemoName>().toEqualTypeOf<Exclude<keyof Demos, "chat">>();
  expectTypeOf<Usable<"count-up">>().toEqualTypeOf<"count-up">();
  expectTypeOf<
    Usable<"fake-difusion">["fault"]
  >().toEqualTypeOf<`There is no demo of this name. The files in demos/ are: ${DemoList}.`>();
  expectTypeOf<
    Usable<"chat">["fault"]
  >().toEqualTypeOf<"chat is a chat: its page is its conversation. Link to /demos/chat, or lay /embed/chat into the page.">();

  // Never called: hooks run in components alone.
  const page = () => {
    const picture = useDemo("fake-diffusion", { values: { steps: 4 } });
    expectTypeOf(picture.values).toEqualTypeOf<{ readonly steps: number | undefined }>();
    expectTypeOf(picture.latest.picture?.url).toEqualTypeOf<string | undefined>();
    expectTypeOf(picture.outputs.picture.shown?.width).toEqualTypeOf<number | undefined>();
    expectTypeOf(useDemo("count-up").latest.count).toEqualTypeOf<number | undefined>();
    picture.set("steps", 3);
    picture.set({ steps: 3 });
    picture.run({ steps: 3 });
    picture.inputs.steps.set(3);
    // @ts-expect-error There is no demo of this name.
    useDemo("fake-difusion");
    // @ts-expect-error A chat is a conversation.
    useDemo("chat");
    // @ts-expect-error There is no such input.
    picture.set("step", 3);
    // @ts-expect-error It is a number.
    picture.set("steps", "3");
    // @ts-expect-error It is a number.
    picture.run({ steps: "3" });
    // @ts-expect-error There is no such input.
    useDemo("fake-diffusion", { values: { step: 3 } });
    // @ts-expect-error There is no such output.
    picture.outputs.image;
    // @ts-expect-error There is no such output.
    picture.latest.image;
  };
  expect(page).toBeInstanceOf(Function);
});
