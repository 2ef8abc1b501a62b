import { expect, test } from "@jest/globals";
import { json } from "yieldcast";
import { type InputDeclaration, inputKind } from "@/lib/kinds/inputs";
import { JsonDraft } from "@/lib/kinds/json/draft";

test("what is half written is no value of any input, and leaves no trace where values are written", () => {
  const draft = new JsonDraft("{", "line 1, column 1: a } is missing");
  const input = json() as InputDeclaration;
  const kind = inputKind(input);
  expect(kind.accepts(draft, input.options)).toBe(false);
  expect(kind.came?.(draft, input.options)).toBe("line 1, column 1: a } is missing");
  expect(JSON.stringify({ settings: draft, other: 1 })).toBe('{"other":1}');
});
