import { expect, test } from "@jest/globals";
import { createRunMemory } from "../../../lib/client/run-memory";
import { createSessionMemory } from "../../../lib/client/session-memory";

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

test("what somebody else has written there does no harm", () => {
  const memory = createSessionMemory({ getItem: () => "{", setItem() {}, removeItem() {} });
  expect(createRunMemory("words", memory).current()).toBeUndefined();
});
