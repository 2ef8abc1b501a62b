import { expect, test } from "@jest/globals";
import { createRunMemory } from "../../../lib/client/run-memory";
import { createSessionMemory } from "../../../lib/client/session-memory";
import { recallFacts } from "../../../lib/client/upload-facts";

test("where the storage is denied, it remembers until the reload", () => {
  const deny = () => {
    throw new Error("The operation is insecure.");
  };
  const memory = createSessionMemory({ getItem: deny, setItem: deny, removeItem: deny });
  memory.set("a", "1");
  expect(memory.get("a")).toBe("1");
  memory.delete("a");
  expect(memory.get("a")).toBeUndefined();
});

test.each([
  "{",
  "5",
  "[]",
  "{}",
  '{"id":5,"inputs":{},"over":true}',
  '{"id":"x","over":false}',
  '{"id":"x","inputs":[],"over":false}',
  '{"id":"x","inputs":{},"over":"no"}',
  '{"name":5,"size":"x","type":null}',
])("what somebody else has written there does no harm: %s", (written) => {
  const memory = createSessionMemory({ getItem: () => written, setItem() {}, removeItem() {} });
  const run = createRunMemory("words", memory);
  expect(run.current()).toBeUndefined();
  run.changed("name", "x");
  run.ended("x");
  expect(recallFacts(memory, "upload")).toBeUndefined();
});
