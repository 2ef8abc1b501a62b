import type { JoinedReply } from "@/lib/client/chat/joined-reply";
import { textsOf } from "@/lib/client/chat/joined-reply";
import type { ChunkOnWire, JoinedChunks } from "@/lib/client/players/joined-chunks";
import { itemsOf } from "@/lib/kinds/grown-list";
import type { Json } from "@/lib/kinds/json";
import type { OutputKindName } from "@/lib/kinds/outputs";
import type { FileOnWire } from "../kinds/file/file-on-wire";
import type { GalleryPicture, JoinedGallery } from "../kinds/gallery/joined-gallery";
import type { HtmlOnWire } from "../kinds/html/view";
import type { Picture } from "../kinds/image/view";
import type { LabelOnWire } from "../kinds/label/view";
import type { JoinedLog, LineOnWire } from "../kinds/log/joined-log";
import type { JoinedPlot } from "../kinds/plot/joined-plot";
import type { JoinedTable } from "../kinds/table/joined-table";
import type { JoinedText } from "../kinds/text/joined-text";

const textOf = ({ text }: JoinedText) => text;
const asItIs = <Value>(value: Value) => value;

/** Sound or a film for whoever plays it: all of it so far, and where it can be had in one piece. */
export interface PlainMedia {
  readonly chunks: readonly ChunkOnWire[];
  /** Of HLS. */
  readonly playlist: string | null;
  /** One file, once the run is over. */
  readonly file: string | null;
}

const mediaOf = ({ list, count, playlist, file }: JoinedChunks): PlainMedia => ({
  chunks: list.slice(0, count),
  playlist,
  file,
});

/** Of each kind: what a page of one's own is given, from what the page keeps. */
const plain = {
  audio: mediaOf,
  code: textOf,
  file: asItIs<FileOnWire>,
  gallery: ({ items }: JoinedGallery): readonly GalleryPicture[] => itemsOf(items),
  html: asItIs<HtmlOnWire>,
  image: asItIs<Picture>,
  json: asItIs<Json>,
  label: asItIs<LabelOnWire>,
  log: ({ lines, length }: JoinedLog): readonly LineOnWire[] => lines.slice(0, length),
  markdown: textOf,
  number: asItIs<number>,
  plot: ({ spec, items }: JoinedPlot) => ({ spec, rows: itemsOf(items) }),
  table: ({ columns, items }: JoinedTable) => ({ columns, rows: itemsOf(items) }),
  reply: (reply: JoinedReply) => textsOf(reply),
  text: textOf,
  video: mediaOf,
} satisfies { readonly [Name in OutputKindName]: (value: never) => unknown };

/** By kind: what a page of one's own is given of an output. */
export type PlainValues = { [Name in OutputKindName]: ReturnType<(typeof plain)[Name]> };

/** Of values that do not change, so that reading one twice gives the same. */
const known = new WeakMap<object, unknown>();

/** What a page of one's own is given of an output; the same object for as long as nothing has come. */
export function plainValue(kind: OutputKindName, value: unknown): unknown {
  if (value === undefined) return undefined;
  const make = plain[kind] as (value: unknown) => unknown;
  if (typeof value !== "object" || value === null) return make(value);
  if (!known.has(value)) known.set(value, make(value));
  return known.get(value);
}
