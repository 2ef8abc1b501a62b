import { describe, expect, it } from "@jest/globals";
import { parse as parseWhole } from "graphql";
import { GraphQLError, parse, print } from "@/lib/client/graphql-web";

const documents = [
  "{ demos { name } }",
  "subscription CountUp($to: Int!) { countUp(to: $to) { count run { id } } }",
  'mutation Cancel { cancelRun(id: "a } b", key: """{ " """) { id } }',
  `# what { stands } here is said, not asked
   query Both($in: In = { a: [1, 2] }) { one(in: { b: "}" }) ...More }
   fragment More on Query { two }`,
];

describe("documents as texts", () => {
  it.each(documents)("have the names and operations that a whole parser finds: %s", (document) => {
    const told = parse(document).definitions.map(({ kind, operation, name }) => {
      return { kind, operation, name: name?.value };
    });
    const whole = parseWhole(document).definitions.map((definition) => ({
      kind: definition.kind,
      operation: "operation" in definition ? definition.operation : undefined,
      name: "name" in definition ? definition.name?.value : undefined,
    }));
    expect(told).toEqual(whole);
  });

  it.each(documents)("are sent with all that was written in them: %s", (document) => {
    expect(parseWhole(print(parse(document)), { noLocation: true })).toEqual(
      parseWhole(document, { noLocation: true }),
    );
  });

  it("say that they do not know what they select", () => {
    const [definition] = parse("{ demos { name } }").definitions;
    expect(() => Reflect.get(definition ?? {}, "selectionSet")).toThrow(/next\.config\.js/);
  });

  it("have errors with the server's extensions", () => {
    const error = new GraphQLError("No.", [], undefined, [], ["a"], undefined, { code: "NO" });
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe("No.");
    expect(error.extensions.code).toBe("NO");
    expect(error.path).toEqual(["a"]);
  });
});
