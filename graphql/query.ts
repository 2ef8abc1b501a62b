import type { Catalogue } from "../lib/demo/catalogue";
import type { Demo } from "../lib/demo/demo";
import { type DemoDescription, describeDemo } from "../lib/demo/describe";
import type { InputGroup } from "../lib/demo/groups";
import type { Json } from "../lib/kinds/json";
import type { SchemaParts } from "./builder";
import { defineDemoExample, examplesOf } from "./demo-example";
import { viewOf } from "./mutation";

type Place = DemoDescription["inputs"][number] | DemoDescription["outputs"][number];

/** `demos`, `demo` and `run`. */
export function defineQuery(parts: SchemaParts, catalogue: Catalogue): void {
  const { builder, run } = parts;
  const example = defineDemoExample(parts);
  const place = builder.objectRef<Place>("DemoPlace").implement({
    description: "An input or an output of a demo.",
    fields: (t) => ({
      name: t.exposeString("name"),
      label: t.exposeString("label"),
      kind: t.exposeString("kind", { description: "Its sort: `text`, `image`, `slider`, …" }),
      options: t.field({ type: "JSON", resolve: ({ options }) => options as unknown as Json }),
    }),
  });
  const group = builder.objectRef<InputGroup>("DemoInputGroup").implement({
    description: "Inputs that a form folds away together. Callers give each by its own name.",
    fields: (t) => ({
      name: t.exposeString("name"),
      label: t.exposeString("label"),
      hint: t.exposeString("hint", { nullable: true }),
      open: t.exposeBoolean("open", { description: "Whether it is unfolded at first." }),
      inputs: t.exposeStringList("inputs", { description: "Their names." }),
    }),
  });
  const demo = builder.objectRef<Demo>("Demo").implement({
    fields: (t) => ({
      name: t.exposeString("name", { description: "As in its address, `/demos/<name>`." }),
      title: t.exposeString("title"),
      description: t.exposeString("description", { nullable: true }),
      field: t.exposeString("field", { description: "Its subscription." }),
      live: t.exposeBoolean("live", { description: "Whether its page runs it at every change." }),
      inputs: t.field({ type: [place], resolve: (self) => describeDemo(self).inputs }),
      groups: t.field({ type: [group], resolve: ({ groups }) => [...groups] }),
      outputs: t.field({ type: [place], resolve: (self) => describeDemo(self).outputs }),
      examples: t.field({
        type: [example],
        resolve: (self, _args, context) => examplesOf(self, context),
      }),
      running: t.int({
        description: "How many runs of it go on now that somebody has started.",
        resolve: ({ name }, _args, { house }) => house.runs.running(name),
      }),
    }),
  });
  builder.queryType({
    fields: (t) => ({
      demos: t.field({ type: [demo], resolve: () => [...catalogue.demos.values()] }),
      demo: t.field({
        type: demo,
        nullable: true,
        args: { name: t.arg.string({ required: true }) },
        resolve: (_root, { name }) => catalogue.demos.get(name),
      }),
      run: t.field({
        type: run,
        nullable: true,
        description: "`null` where there is no such run, or no longer.",
        args: { id: t.arg.id({ required: true }) },
        resolve: async (_root, { id }, context) => {
          const record = await context.house.logs.record(id);
          return record && viewOf(record, false, context);
        },
      }),
    }),
  });
}
