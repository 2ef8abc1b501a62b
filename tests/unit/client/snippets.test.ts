import { describe, expect, it } from "@jest/globals";
import { parse } from "graphql";
import { snippets } from "@/lib/client/snippets";
import { javaScriptLiteral, pythonLiteral, safeJson } from "@/lib/client/snippets/literals";
import { playgroundAddress } from "@/lib/client/snippets/playground-address";
import type { SnippetOptions } from "@/lib/client/snippets/snippet";
import { snippetRequest } from "@/lib/client/snippets/snippet-request";
import type { OperationParts } from "@/lib/demo/operation-parts";
import { JsonDraft } from "@/lib/kinds/json/draft";

const parts: OperationParts = {
  name: "BigCat",
  field: "bigCat",
  arguments: [
    { name: "words", type: "String!", file: null },
    { name: "data", type: "JSON", file: null },
    { name: "PATH", type: "ID!", file: "PATH.csv" },
  ],
  outputs: [
    { name: "said", selection: "{ delta reset }" },
    { name: "count", selection: "" },
  ],
  fed: ["mic"],
};
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is one only where it is not escaped.
const hostile = "'\"`\\\n\r\u0000\u2028\u202e\ud83d</script><!--${x}$(x)🎉";
const api = "https://demos.example.org/api/graphql";
const options: SnippetOptions = { parts, values: { words: hostile, data: { a: [hostile] } }, api };

describe("literals", () => {
  const values = [
    hostile,
    JSON.parse('{ "__proto__": { "a": 1 }, "a-b": [1.5, -0, true, null], "": 1e300 }'),
    { [hostile]: hostile },
    [[], {}, [[[]]], "x".repeat(200)],
  ];

  it.each(values)("of JavaScript are the value itself: %#", (value) => {
    const read = new Function(`return ${javaScriptLiteral(value)}`)();
    expect(JSON.stringify(read)).toBe(JSON.stringify(value));
  });

  it.each(values)(
    "of JSON are the value itself, without what a shell or a page reads: %#",
    (value) => {
      const json = safeJson(value);
      expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(value));
      expect(json).not.toMatch(/'|<\/|<!|\p{Cc}|[\u2028\u202e]/u);
    },
  );

  it("of Python have its words", () => {
    expect(pythonLiteral({ a: [true, false, null], b: undefined })).toBe(
      '{ "a": [True, False, None] }',
    );
  });
});

describe("what the snippets say", () => {
  it("leaves JSON out that is only half written yet", () => {
    const data = new JsonDraft('{"depth" 10}', "line 1, column 10: a colon is missing");
    const written = { ...options, values: { ...options.values, data } };
    expect(snippetRequest(written).variables.data).toBe(null);
    expect(snippets(written).map(({ id }) => id)).toEqual(snippets(options).map(({ id }) => id));
  });

  it("is a document of names, whatever the values are", () => {
    const { document, variables, files } = snippetRequest(options);
    parse(document);
    expect(document).toContain("$words: String!, $data: JSON, $PATH: ID!");
    expect(document).toContain("run { id key }");
    expect(variables).toEqual({ words: hostile, data: { a: [hostile] } });
    expect(files).toEqual([{ name: "PATH", path: "PATH.csv" }]);
  });

  it("leaves to the server what is not given", () => {
    const { document, variables } = snippetRequest({ ...options, values: {} });
    expect(document).not.toContain("words");
    expect(variables).toEqual({ data: null });
  });

  it("asks for the outputs that are chosen", () => {
    expect(snippetRequest({ ...options, outputs: ["count"] }).document).not.toContain("said");
  });

  it("says in each how a stream is fed", () => {
    for (const { code, language } of snippets(options)) {
      expect(code).toContain(`feed "mic" with the mutation pushInput`);
      if (language === "html") expect(code.match(/<\/?script/g)).toHaveLength(2);
    }
  });

  it("sets no variable of the shell that means something", () => {
    const curl = snippets(options).find(({ id }) => id === "curl");
    expect(curl?.code).toMatch(/^upload_PATH=/m);
    expect(curl?.code).not.toMatch(/^PATH=/m);
  });
});

describe("the way to the playground", () => {
  it("has the operation and its variables", () => {
    const address = new URL(playgroundAddress(options) ?? "", api);
    expect(address.searchParams.get("query")).toBe(snippetRequest(options).document);
    const variables = JSON.parse(address.searchParams.get("variables") ?? "");
    expect(variables).toEqual({ words: hostile, data: { a: [hostile] }, PATH: "" });
  });

  it("is left out where the inputs are too long for an address", () => {
    const values = { words: "x".repeat(10_000) };
    expect(playgroundAddress({ ...options, values })).toBeUndefined();
  });
});
