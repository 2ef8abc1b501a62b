import type { DemoDescription } from "@/lib/demo/describe";
import { embedWords } from "@/lib/demo/embed-words";

/** How an embed looks; what is left out is the site's own. */
export interface EmbedLook {
  readonly theme?: "light" | "dark" | undefined;
  /** A colour of CSS. */
  readonly accent?: string | undefined;
  /** In pixels. */
  readonly radius?: number | undefined;
}

export interface EmbedCodeOptions {
  readonly demo: Pick<DemoDescription, "name" | "title" | "inputs">;
  /** Of the site: `https://demos.example.org`. */
  readonly origin: string;
  /** The inputs on screen; those at their defaults are left out, and so are files and streams. */
  readonly values?: { readonly [input: string]: unknown } | undefined;
  readonly look?: EmbedLook | undefined;
  readonly autorun?: boolean | undefined;
  /** Pixels of a frame; of the script's until it is fitted. */
  readonly height?: number | undefined;
}

/** So much of an address every browser, proxy and server takes. */
const longestAddress = 6000;

/**
 * The address of a demo's embed, with its look and the inputs on screen.
 *
 * @example embedAddress({ demo, origin, values: { steps: 5 } }) // "https://…/embed/fake-diffusion?steps=5"
 */
export function embedAddress(options: EmbedCodeOptions): string {
  const { demo, origin, look = {}, autorun } = options;
  const address = new URL(`/embed/${demo.name}`, origin);
  const { searchParams } = address;
  if (look.theme) searchParams.set("theme", look.theme);
  if (look.accent) searchParams.set("accent", look.accent.replace(/^#/, ""));
  if (look.radius !== undefined) searchParams.set("radius", `${look.radius}`);
  if (autorun) searchParams.set("autorun", "1");
  for (const [name, words] of givenInputs(options)) {
    searchParams.set(embedWords.has(name) ? `input.${name}` : name, words);
  }
  return address.href;
}

/** The `<iframe>` that shows a demo in another page. */
export function iframeCode(options: EmbedCodeOptions): string {
  const { title } = options.demo;
  const allow = needsDevices(options.demo) ? ['  allow="microphone; camera"'] : [];
  return [
    "<iframe",
    `  src="${escaped(embedAddress(options))}"`,
    `  title="${escaped(title)}"`,
    '  width="100%"',
    `  height="${options.height ?? 640}"`,
    '  loading="lazy"',
    ...allow,
    '  style="border: 0"',
    "></iframe>",
  ].join("\n");
}

/** The `<script>` that puts a demo in its place and fits it to its height. */
export function scriptCode(options: EmbedCodeOptions): string {
  const { demo, origin, look = {}, autorun } = options;
  const attributes: readonly (readonly [name: string, value: string])[] = [
    ["src", new URL("/embed.js", origin).href],
    ["data-demo", demo.name],
    ["data-title", demo.title],
    ...given("data-theme", look.theme),
    ...given("data-accent", look.accent?.replace(/^#/, "")),
    ...given("data-radius", look.radius),
    ...given("data-height", options.height),
    ...(autorun ? ([["data-autorun", "1"]] as const) : []),
    ...(needsDevices(demo) ? ([["data-allow", "microphone; camera"]] as const) : []),
    ...givenInputs(options).map(([name, words]) => [attributeOf(name), words] as const),
  ];
  const lines = attributes.map(([name, value]) => `  ${name}="${escaped(value)}"`);
  return ["<script", ...lines, "  async", "></script>"].join("\n");
}

/** A README's line: whether somebody runs a demo now, and the way to it. */
export function badgeCode({ demo, origin }: EmbedCodeOptions): string {
  const title = demo.title.replace(/\s+/g, " ").replace(/[\\[\]<>`*_]/g, "\\$&");
  const picture = new URL(`/badge/${demo.name}.svg`, origin).href;
  return `[![${title}](${picture})](${new URL(`/demos/${demo.name}`, origin).href})`;
}

function given(name: string, value: string | number | undefined): [string, string][] {
  return value === undefined ? [] : [[name, `${value}`]];
}

/** What embed.js takes for itself. */
const scriptWords = new Set([
  ...["demo", "yieldcast", "title", "loading", "allow", "target", "height"],
  ...["theme", "accent", "radius", "autorun", "run"],
]);

/**
 * The attribute that gives an input: `maxTokens` is `data-max-tokens`, and one with the name of something
 * else is `data-input-theme`. https://html.spec.whatwg.org/multipage/dom.html#dom-dataset
 */
function attributeOf(input: string): string {
  const isTaken = scriptWords.has(input) || /^input[A-Z]/.test(input);
  const name = isTaken ? `input${input.charAt(0).toUpperCase()}${input.slice(1)}` : input;
  return `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function needsDevices({ inputs }: EmbedCodeOptions["demo"]): boolean {
  return inputs.some(({ kind }) => devices.has(kind));
}

const devices = new Set(["audio", "audioStream", "image", "imageStream", "video"]);
const files = new Set([...devices, "file"]);

/** The inputs that an address can carry and that are not at their defaults, in words. */
function givenInputs({ demo, values = {} }: EmbedCodeOptions): [name: string, words: string][] {
  let room = longestAddress;
  return demo.inputs.flatMap((input): [string, string][] => {
    const value = values[input.name];
    if (files.has(input.kind) || value === undefined) return [];
    if (JSON.stringify(value) === JSON.stringify(input.default)) return [];
    const words = typeof value === "string" ? value : JSON.stringify(value);
    // Such as JSON that is half written.
    if (words === undefined) return [];
    room -= new URLSearchParams([[input.name, words]]).toString().length;
    return room < 0 ? [] : [[input.name, words]];
  });
}

/** A text in an attribute of HTML. */
export function escaped(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
