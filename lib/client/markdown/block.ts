/** A part of a markdown text that stands by itself. `raw` says whether two of them are the same. */
export type Block = { readonly raw: string } & (
  | {
      readonly type: "heading";
      /** How many hashes it has. */
      readonly depth: number;
      /** Which heading of the page it is, from 2 on, none left out on the way down. */
      readonly level: number;
      readonly text: string;
    }
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "code"; readonly text: string; readonly language: string }
  | { readonly type: "math"; readonly text: string; readonly pending: boolean }
  | {
      readonly type: "list";
      readonly start: number | undefined;
      /** Whether its items are paragraphs, with room between them. */
      readonly loose: boolean;
      readonly items: readonly ListItem[];
    }
  | { readonly type: "quote"; readonly blocks: readonly Block[] }
  | {
      readonly type: "table";
      readonly align: readonly (CellAlign | undefined)[];
      readonly header: readonly string[];
      readonly rows: readonly TableRow[];
    }
  | { readonly type: "rule" }
  /** Shown as it is written: no HTML of a text gets into the page. */
  | { readonly type: "html"; readonly text: string }
);

export type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>;

export interface ListItem {
  readonly raw: string;
  /** `undefined` where it is no task. */
  readonly checked: boolean | undefined;
  readonly blocks: readonly Block[];
}

export interface TableRow {
  readonly raw: string;
  readonly cells: readonly string[];
}

export type CellAlign = "center" | "left" | "right";

/** What `[label][name]` refers to, by its name. */
export type LinkTargets = Readonly<
  Record<string, { href: string | null; title: string | null | undefined }>
>;
