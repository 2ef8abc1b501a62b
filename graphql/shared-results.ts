import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  Kind,
  visit,
} from "graphql";
import { createDocumentCache, type DocumentCache } from "./document-cache";
import { withoutStatus } from "./without-status";

/** A result that is written once, however many are sent it. */
interface SharedResult extends ExecutionResult {
  /** It as JSON. */
  stringify(): string;
}

/** The results of one operation, by event. */
interface SharedResults {
  get(event: unknown): ExecutionResult | undefined;
  /** Keeps a result for as long as there is the event, and gives it as it is to be sent. */
  add(event: unknown, result: ExecutionResult): ExecutionResult;
}

const operations = new WeakMap<object, WeakMap<DocumentNode, DocumentCache<SharedResults>>>();

/**
 * The results that an operation shares with others that ask the same: of the same schema and document, the
 * same operation and, below the subscription's field, the same variables. What an event gives does not
 * depend on who asks; one that does, as that for who has started the run, is an event of its own.
 */
export function sharedResultsOf(args: ExecutionArgs): SharedResults {
  const { schema, document } = args;
  const documents = operations.get(schema) ?? new WeakMap();
  operations.set(schema, documents);
  const known: DocumentCache<SharedResults> = documents.get(document) ?? createDocumentCache();
  documents.set(document, known);
  const key = JSON.stringify([args.operationName, variablesBelow(args)]);
  const shared = known.get(key) ?? createSharedResults();
  known.set(key, shared);
  return shared;
}

function createSharedResults(): SharedResults {
  const results = new WeakMap<object, ExecutionResult>();
  return {
    get: (event) => (isObject(event) ? results.get(event) : undefined),
    add(event, result) {
      // Errors are masked on their way out, and are few.
      if (!isObject(event) || result.errors) return result;
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

function withText(result: ExecutionResult): SharedResult {
  let text: string | undefined;
  return {
    ...result,
    stringify() {
      text ??= JSON.stringify(result);
      return text;
    },
  };
}

/** The values of those variables that are used anywhere but as the subscription's own arguments. */
function variablesBelow({ document, operationName, variableValues }: ExecutionArgs): unknown[] {
  const operation = getOperationAST(document, operationName);
  const fields = new Set<unknown>(operation?.selectionSet.selections);
  const names = new Set<string>();
  visit(document, {
    [Kind.ARGUMENT]: (_node, _key, _parent, _path, ancestors) =>
      fields.has(ancestors.at(-1)) ? false : undefined,
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE](node) {
      names.add(node.name.value);
    },
  });
  return [...names].map((name) => [name, variableValues?.[name]]);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
