import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  visit,
} from "graphql";
import type { RunEvent } from "../lib/run/run-event";
import { createDocumentCache, type DocumentCache } from "./document-cache";
import { withoutStatus } from "./without-status";

/** A result that is written once, however many are sent it. */
interface SharedResult extends ExecutionResult {
  /** It as JSON. */
  stringify(): string;
}

/** The results of one operation, by event. */
interface SharedResults {
  get(event: RunEvent): ExecutionResult | undefined;
  /** Keeps a result for as long as there is the event, and gives it as it is to be sent. */
  add(event: RunEvent, result: ExecutionResult): ExecutionResult;
}

/** What operations of one document share. */
interface SharedByDocument {
  /** By operation, the variables that are used anywhere but as the subscription's own arguments. */
  readonly variables: DocumentCache<readonly string[]>;
  /** By operation and the values of these variables. */
  readonly results: DocumentCache<SharedResults>;
}

const documents = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, SharedByDocument>>();

/**
 * The results that an operation shares with others that ask the same: of the same schema and document, the
 * same operation and, below the subscription's field, the same variables. What an event gives does not
 * depend on who asks; one that does, as that for who has started the run, is an event of its own.
 */
export function sharedResultsOf(args: ExecutionArgs): SharedResults {
  const { document, operationName, variableValues } = args;
  const known = ofDocument(args);
  const name = operationName ?? "";
  const variables = known.variables.get(name) ?? variablesBelow(document, operationName);
  known.variables.set(name, variables);
  const key = JSON.stringify([name, ...variables.map((each) => [variableValues?.[each]])]);
  const results = known.results.get(key) ?? createSharedResults();
  known.results.set(key, results);
  return results;
}

function ofDocument({ schema, document }: ExecutionArgs): SharedByDocument {
  const ofSchema = documents.get(schema) ?? new WeakMap<DocumentNode, SharedByDocument>();
  documents.set(schema, ofSchema);
  const shared = ofSchema.get(document) ?? {
    variables: createDocumentCache(),
    results: createDocumentCache(),
  };
  ofSchema.set(document, shared);
  return shared;
}

function createSharedResults(): SharedResults {
  const results = new WeakMap<RunEvent, ExecutionResult>();
  return {
    get: (event) => (event.owner ? undefined : results.get(event)),
    add(event, result) {
      // Nobody else is sent what the owner is. Errors are masked on their way out, and are few.
      if (event.owner || result.errors) return result;
      const shared = withText(result);
      results.set(event, shared);
      return shared;
    },
  };
}

/** A result as it is sent, in JSON. */
export function textOf(result: ExecutionResult): string {
  if (isShared(result)) return result.stringify();
  // Yoga notes in errors what their HTTP status would be.
  const errors = result.errors?.map(withoutStatus);
  return JSON.stringify(errors ? { ...result, errors } : result);
}

function isShared(result: ExecutionResult): result is SharedResult {
  return "stringify" in result;
}

/** A longer one is written anew for each: five thousand viewers may each ask for something else. */
const longestKept = 16_384;

function withText(result: ExecutionResult): SharedResult {
  let kept: string | undefined;
  return {
    ...result,
    stringify() {
      if (kept !== undefined) return kept;
      const text = JSON.stringify(result);
      if (text.length <= longestKept) kept = text;
      return text;
    },
  };
}

function variablesBelow(document: DocumentNode, name: string | null | undefined): string[] {
  const fields = new Set<unknown>(getOperationAST(document, name)?.selectionSet.selections);
  const names = new Set<string>();
  visit(document, {
    [Kind.ARGUMENT]: (_node, _key, _parent, _path, ancestors) =>
      fields.has(ancestors.at(-1)) ? false : undefined,
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE](node) {
      names.add(node.name.value);
    },
  });
  return [...names];
}
