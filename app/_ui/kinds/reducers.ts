import { joinReply } from "@/lib/client/chat/joined-reply";
import type { Reducers } from "@/lib/client/fold-event";
import { joinChunks } from "@/lib/client/players/joined-chunks";
import type { Json } from "@/lib/kinds/json";
import type { OutputKindName } from "@/lib/kinds/outputs";
import type { FileOnWire } from "./file/file-on-wire";
import type { GalleryPicture } from "./gallery/joined-gallery";
import type { HtmlOnWire } from "./html/view";
import type { Picture } from "./image/view";
import { joinItems } from "./joined-items";
import type { LabelOnWire } from "./label/view";
import { joinLog } from "./log/joined-log";
import { joinPlot } from "./plot/joined-plot";
import { joinTable } from "./table/joined-table";
import { joinText } from "./text/joined-text";

const newest = <Value>(_previous: Value | undefined, wire: Value): Value => wire;

/**
 * A row per kind: the value to show after one more has come over the wire. The one before stays as it
 * was: the timeline keeps some, and goes on from them again. They stand apart from the views, as they
 * come with what follows a run, which a page does without at first.
 */
const rows = {
  audio: joinChunks,
  code: joinText,
  file: newest<FileOnWire>,
  gallery: joinItems<GalleryPicture>,
  html: newest<HtmlOnWire>,
  image: newest<Picture>,
  json: newest<Json>,
  label: newest<LabelOnWire>,
  log: joinLog,
  markdown: joinText,
  number: newest<number>,
  plot: joinPlot,
  reply: joinReply,
  table: joinTable,
  text: joinText,
  video: joinChunks,
} satisfies { readonly [Name in OutputKindName]: (previous: never, wire: never) => unknown };

/** What a view of a kind is given. */
export type Shown<Name extends OutputKindName> = ReturnType<(typeof rows)[Name]>;

/** How each output kind takes in what comes over the wire. */
export const reducers = rows as { readonly [kind: string]: unknown } as Reducers;
