import type { GraphQLSchema } from "graphql";
import type { Catalogue } from "../lib/demo/catalogue";
import { createBuilder } from "./builder";
import { demoArguments } from "./demo-arguments";
import { createFieldMaker, defineDemoEvent } from "./demo-event";
import { defineDelivery, defineDemoSubscription } from "./demo-subscription";
import { defineMutation, defineStart } from "./mutation";
import { definePushInput } from "./push-input";
import { defineQuery } from "./query";
import { defineRun } from "./run";
import { defineRunEvent } from "./run-event";
import { defineScalars } from "./scalars";
import { defineFile, defineUpload } from "./upload";

const schemas = new WeakMap<Catalogue, GraphQLSchema>();

/** The schema of a catalogue, made once for each. */
export function schemaOf(catalogue: Catalogue): GraphQLSchema {
  const schema = schemas.get(catalogue) ?? buildSchema(catalogue);
  schemas.set(catalogue, schema);
  return schema;
}

function buildSchema(catalogue: Catalogue): GraphQLSchema {
  const parts = createBuilder();
  const { builder } = parts;
  defineScalars(builder);
  defineFile(builder);
  defineRun(parts);
  defineRunEvent(parts);
  defineQuery(parts, catalogue);
  defineMutation(parts);
  defineUpload(parts);
  definePushInput(parts);
  if (catalogue.demos.size > 0) {
    builder.subscriptionType({});
    const delivery = defineDelivery(parts);
    const makeField = createFieldMaker(parts);
    for (const demo of catalogue.demos.values()) {
      const event = defineDemoEvent(parts, demo, makeField);
      const inputs = demoArguments(builder, demo);
      defineDemoSubscription(parts, { demo, event, delivery, inputs });
      defineStart(parts, demo, inputs);
    }
  }
  return builder.toSchema();
}
