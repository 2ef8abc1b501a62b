import type { GraphQLSchema } from "graphql";
import mime from "mime";
import type { Demo } from "../lib/demo/demo";
import type { OperationParts } from "../lib/demo/operation-parts";
import { type InputDeclaration, inputKind } from "../lib/kinds/inputs";
import { isFed } from "../lib/kinds/is-fed";
import { fieldKinds } from "./kinds";

/** What the document of somebody's own program is made of, with what it first asks of each output. */
export function operationParts(schema: GraphQLSchema, demo: Demo): OperationParts {
  const args = schema.getSubscriptionType()?.getFields()[demo.field]?.args ?? [];
  return {
    name: demo.type,
    field: demo.field,
    arguments: args.flatMap(({ name, type }) => {
      const input = demo.inputs[name];
      if (!input) return [];
      return [{ name, type: String(type), file: fileName(name, input) }];
    }),
    outputs: Object.entries(demo.outputs).map(([name, { kind }]) => {
      const { selection, sample } = fieldKinds[kind];
      return { name, selection: sample ?? selection };
    }),
    fed: Object.entries(demo.inputs).flatMap(([name, input]) => (isFed(input) ? [name] : [])),
  };
}

const endings: { readonly [kind: string]: string } = { audio: "wav", image: "png", video: "mp4" };

function fileName(name: string, input: InputDeclaration): string | null {
  if (!inputKind(input).fileFault) return null;
  const { format, types } = input.options as { format?: string; types?: readonly string[] };
  const [type = ""] = types ?? [];
  const ending = type.startsWith(".") ? type.slice(1) : mime.getExtension(type);
  return `${name}.${format ?? endings[input.kind] ?? ending ?? "txt"}`;
}
