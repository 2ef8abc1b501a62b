import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";

/** A colour in hexadecimal, `#rrggbb`. */
export type HexColor = `#${string}`;

export interface ColorOptions extends InputOptions, StreamingOption {
  /** Default: `#000000`. */
  default?: HexColor;
}

export type Color = Input<HexColor> & Declaration<"color", ColorOptions>;
export type LiveColor = Input<LiveValue<HexColor>> & Declaration<"color", ColorOptions>;

/**
 * A colour, given as `#rrggbb` in small letters.
 *
 * @example color({ label: "Sky", default: "#9bd1ff" })
 */
export function color(options: ColorOptions & { streaming: true }): LiveColor;
export function color(options?: ColorOptions & { streaming?: false }): Color;
export function color(options: ColorOptions = {}): Color | LiveColor {
  return declare("color", options);
}

export const colorInput: InputKind<ColorOptions, HexColor> = {
  faults: () => [],
  default: (options) => options.default ?? "#000000",
  allowed: () => "a colour as #rrggbb, such as #ff7c00",
  accepts: (value): value is HexColor => typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value),
  came: (value) =>
    typeof value === "string" && /^[a-z]{3,20}$/i.test(value)
      ? `"${value}" is a word: write its hexadecimal value`
      : undefined,
  taken: (value) => value.toLowerCase() as HexColor,
};
