import type { DemoDescription } from "@/lib/demo/describe";

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
}

/**
 * What an embed's address takes beside inputs. An input of such a name, and any other, may be given as
 * `input.<name>`.
 */
const reserved = new Set(["theme", "accent", "radius", "autorun", "parent", "run", "t"]);

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
    searchParams.set(reserved.has(name) ? `input.${name}` : name, words);
  }
  return address.href;
}

/** The `<iframe>` that shows a demo in another page. */
export function iframeCode(options: EmbedCodeOptions): string {
  const { title, inputs } = options.demo;
  const allow = inputs.some(({ kind }) => devices.has(kind))
    ? ['  allow="microphone; camera"']
    : [];
  return [
    "<iframe",
    `  src="${escaped(embedAddress(options))}"`,
    `  title="${escaped(title)}"`,
    '  width="100%"',
    '  height="640"',
    '  loading="lazy"',
    ...allow,
    '  style="border: 0"',
    "></iframe>",
  ].join("\n");
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

function escaped(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
