import { htmlType } from "../media/html-type";
import {
  type Declaration,
  declare,
  type Output,
  type OutputKind,
  type OutputOptions,
} from "./kind";
import { YieldError } from "./yield-error";

export interface HtmlOptions extends OutputOptions {
  /** How high its room is, in CSS pixels; what is higher scrolls in it. Default: as the page has room. */
  height?: number;
  /** `true`: its scripts run, shut off from the page and from every network. Default: none runs. */
  scripts?: boolean;
}

/** What the log keeps of a page: the name of its bytes in the byte store. */
export interface LoggedHtml {
  readonly kind: "html";
  readonly id: string;
  readonly bytes: number;
}

export type HtmlOutput = Output<string> & Declaration<"html", HtmlOptions>;

/**
 * A page in HTML, shown in a frame of its own that can neither reach the page around it nor load
 * anything: styles and `data:` pictures stand in the HTML itself.
 *
 * @example outputs: { card: html({ height: 240 }) }
 */
export function html(options: HtmlOptions = {}): HtmlOutput {
  return declare("html", options);
}

const lowest = 40;
const highest = 4000;

export const htmlOutput: OutputKind<HtmlOptions, LoggedHtml> = {
  faults({ height }) {
    if (height === undefined || (Number.isFinite(height) && height >= lowest && height <= highest))
      return [];
    return [`height must be a number of pixels from ${lowest} to ${highest}; got ${height}`];
  },
  writer({ scripts = false }, { keepBytes, maxValueBytes }) {
    return {
      async write(value) {
        if (typeof value !== "string") throw new YieldError("a string of HTML", { value });
        if (value.length > maxValueBytes) {
          throw new YieldError(
            `at most ${maxValueBytes.toLocaleString("en")} characters in one yield (YIELDCAST_MAX_VALUE_BYTES)`,
            { value },
          );
        }
        const data = Buffer.from(value);
        const id = await keepBytes(data, htmlType(scripts));
        return { kind: "html", id, bytes: data.byteLength };
      },
    };
  },
  merge: (_older, newer) => newer,
  size: () => 96,
  bytes: ({ id, bytes }) => ({ ids: [id], size: bytes }),
};
