import type { OperationParts } from "../../demo/operation-parts";

/** A program that runs a demo and prints what arrives, whole: it can be pasted into an empty file. */
export interface Snippet {
  readonly id: "curl" | "browser" | "graphql-ws" | "urql" | "apollo" | "python";
  readonly title: string;
  readonly language: "sh" | "html" | "js" | "python";
  /** What the empty file is called: `run.mjs`. */
  readonly file: string;
  readonly code: string;
}

export interface SnippetOptions {
  readonly parts: OperationParts;
  /** The inputs on screen. */
  readonly values: { readonly [input: string]: unknown };
  /** The address of the API: `https://demos.example.org/api/graphql`. */
  readonly api: string;
  /** Names of outputs to ask for; default: all. */
  readonly outputs?: readonly string[] | undefined;
}

/** What every snippet says, in whatever language. */
export interface SnippetRequest {
  readonly api: string;
  /** The same over a socket: `wss://demos.example.org/api/graphql`. */
  readonly socket: string;
  /** The subscription's field. */
  readonly field: string;
  /** The document, on several lines. It holds names only, nothing that a caller has given. */
  readonly document: string;
  /** But for those of files. */
  readonly variables: { readonly [name: string]: unknown };
  /** Variables whose value a program gets by uploading a file of this name. */
  readonly files: readonly { readonly name: string; readonly path: string }[];
  /** Inputs that are fed while the run goes on. */
  readonly fed: readonly string[];
}
