import { beforeAll, describe, expect, test } from "@jest/globals";
import {
  type DefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  validate,
} from "graphql";
import { schemaOf } from "../../../graphql/schema";
import { importFiles, makeCatalogue } from "../../../lib/demo/catalogue";
import { codeBlocks } from "./code-blocks";
import { loadGuidesDemos } from "./guides-demos";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = schemaOf(makeCatalogue(await importFiles(await loadGuidesDemos())));
});

describe("the guides' graphql", () => {
  test.each(codeBlocks("graphql"))("$place fits the schema", ({ code }) => {
    const document = parse(code);
    const [first] = document.definitions;
    const isTypes = first?.kind === Kind.OBJECT_TYPE_DEFINITION;
    const faults = isTypes
      ? document.definitions.flatMap((definition) => differences(definition, schema))
      : validate(schema, document).map(({ message }) => message);
    expect(faults).toEqual([]);
  });
});

/** Where a type that a guide writes out is not as in the schema; it may leave fields away. */
function differences(definition: DefinitionNode, schema: GraphQLSchema): string[] {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION)
    return [`${definition.kind} is not compared`];
  const name = definition.name.value;
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) return [`there is no type ${name}`];
  const interfaces = (definition.interfaces ?? []).map((each) => each.name.value);
  const missing = interfaces.filter(
    (each) => !type.getInterfaces().some((own) => own.name === each),
  );
  const wrong = (definition.fields ?? []).map((field) => {
    const known = type.getFields()[field.name.value];
    const args = (field.arguments ?? []).map(print);
    const said = signature(field.name.value, args, print(field.type));
    const is = known ? signatureOf(known) : "nothing";
    return said === is ? undefined : `${name}: the guide says ${said}, the schema ${is}`;
  });
  return [...missing, ...wrong].filter((each) => each !== undefined);
}

function signatureOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const list = args.map(({ name, type, defaultValue }) =>
    defaultValue === undefined ? `${name}: ${type}` : `${name}: ${type} = ${defaultValue}`,
  );
  return signature(name, list, String(type));
}

/** The order of arguments has no meaning. */
function signature(name: string, args: string[], type: string): string {
  return `${name}(${args.sort().join(", ")}): ${type}`;
}
