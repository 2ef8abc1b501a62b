import { type InputDeclaration, inputKind } from "../kinds/inputs";
import { isFed } from "../kinds/is-fed";
import { preview } from "../kinds/preview";
import type { DemoDescription } from "./describe";
import { embedWords } from "./embed-words";

/** What an embed's address says: `/embed/fake-diffusion?steps=5&theme=dark`. */
export interface EmbedParameters {
  /** Inputs, in place of their defaults. */
  readonly values: { readonly [input: string]: unknown };
  readonly autorun: boolean;
  /** The origin of the page around it, which may send it messages and is sent some. */
  readonly parent: string | undefined;
  /** Whether it is a colour, only a browser knows. */
  readonly accent: string | undefined;
  /** A run to be shown instead of the form. */
  readonly run: string | undefined;
  /** What is wrong with the address, each as a sentence. What it is about is left out. */
  readonly faults: readonly string[];
}

export interface EmbedParametersOptions {
  readonly demo: Pick<DemoDescription, "inputs">;
  /** Of the address, as Next gives them. */
  readonly given: { readonly [name: string]: string | readonly string[] | undefined };
  /** `EMBED_ORIGINS`. */
  readonly origins: readonly string[];
}

/** Reads and checks the address of an embed. Names that mean nothing here are another's, as of a campaign. */
export function readEmbedParameters(options: EmbedParametersOptions): EmbedParameters {
  const { demo, origins } = options;
  const given = firstOfEach(options.given);
  const faults: string[] = [];
  const values: { [input: string]: unknown } = {};

  for (const input of demo.inputs) {
    const { name } = input;
    const key = `input.${name}`;
    const words = given.get(key) ?? (embedWords.has(name) ? undefined : given.get(name));
    if (words === undefined) continue;
    const read = readValue(input, words);
    if (read.fault) faults.push(`${name} ${read.fault}`);
    else values[name] = read.value;
  }

  function word<Value>(name: string, expected: string, read: (words: string) => Value | undefined) {
    const words = given.get(name);
    if (words === undefined) return undefined;
    const value = read(words);
    if (value === undefined) faults.push(`${name} must be ${expected}; got ${preview(words)}.`);
    return value;
  }
  word("theme", "light or dark", (words) => oneOf(["light", "dark"], words));
  word("radius", "a number of pixels from 0 to 32", (words) =>
    words !== "" && Number(words) >= 0 && Number(words) <= 32 ? words : undefined,
  );
  const autorun = word("autorun", "1, or left out", (words) => oneOf(["1", "", "true"], words));
  const parent = word("parent", "the origin of a page that may embed this", (words) =>
    isOrigin(words) && (origins.includes("*") || origins.includes(words)) ? words : undefined,
  );
  const run = word("run", "the id of a run", (words) => (words === "" ? undefined : words));
  const accent = given.get("accent");
  return { values, autorun: autorun !== undefined, parent, accent, run, faults };
}

/** Kinds whose value is text as it stands; of others it is read as JSON where it can be. */
const asText = new Set(["code", "color", "date", "dropdown", "radio", "text"]);

function readValue(input: InputDeclaration & { default: unknown }, words: string) {
  const kind = inputKind(input);
  if (kind.fileFault || (isFed(input) && kind.default(input.options) === undefined)) {
    return { fault: "is no input that an address can give." };
  }
  const candidates = asText.has(input.kind) ? [words] : [parsed(words), switched(words), words];
  for (const value of candidates) {
    if (value !== undefined && kind.accepts(value, input.options)) return { value };
  }
  return { fault: `must be ${kind.allowed(input.options)}; got ${preview(words)}.` };
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}

// No object: it would also have something under "constructor" and "__proto__".
const switches: ReadonlyMap<string, boolean> = new Map([
  ["", true],
  ["1", true],
  ["0", false],
]);

/** What HTML's attributes and links say for yes and no. */
function switched(words: string): boolean | undefined {
  return switches.get(words);
}

function oneOf(choices: readonly string[], words: string): string | undefined {
  return choices.find((choice) => choice === words);
}

function isOrigin(words: string): boolean {
  return URL.canParse(words) && /^https?:/.test(words) && new URL(words).origin === words;
}

function firstOfEach(given: EmbedParametersOptions["given"]): ReadonlyMap<string, string> {
  const pairs = Object.entries(given).flatMap(([name, value]): [string, string][] => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  return new Map(pairs);
}
