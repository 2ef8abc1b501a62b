import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import { type JoinedReply, joinReply, type ReplyOnWire } from "@/lib/client/chat/joined-reply";
import {
  type JoinedChunks,
  joinChunks,
  type MediaOnWire,
} from "@/lib/client/players/joined-chunks";
import type { InputKindName } from "@/lib/kinds/inputs";
import type { Json } from "@/lib/kinds/json";
import type { OutputKindName } from "@/lib/kinds/outputs";
import type { FileOnWire } from "./file/file-on-wire";
import type { GalleryOnWire, JoinedGallery } from "./gallery/joined-gallery";
import type { HtmlOnWire } from "./html/view";
import type { Picture } from "./image/view";
import { joinItems } from "./joined-items";
import type { FieldProps, OutputRow, ViewProps } from "./kind";
import type { LabelOnWire } from "./label/view";
import { type JoinedLog, joinLog, type LogOnWire } from "./log/joined-log";
import { type JoinedPlot, joinPlot, type PlotOnWire } from "./plot/joined-plot";
import { type JoinedTable, joinTable, type TableOnWire } from "./table/joined-table";
import { type JoinedText, joinText, type TextOnWire } from "./text/joined-text";

/*
 * A row per kind: one that is missing does not compile. Each is a chunk of its own, so that a page
 * downloads only the kinds that its demo has; Next puts them into the server's HTML all the same.
 */

/** A chat asks for these by itself: see `app/_ui/chat`. */
type ChatInputKindName = "attachments" | "history";
type FormInputKindName = Exclude<InputKindName, ChatInputKindName>;

const fields: { readonly [Name in FormInputKindName]: ComponentType<FieldProps<Name>> } = {
  audio: dynamic(() => import("./audio/field").then((kind) => kind.AudioField)),
  audioStream: dynamic(() => import("./audio-stream/field").then((kind) => kind.AudioStreamField)),
  checkbox: dynamic(() => import("./checkbox").then((kind) => kind.CheckboxField)),
  checkboxGroup: dynamic(() => import("./checkbox-group").then((kind) => kind.CheckboxGroupField)),
  code: dynamic(() => import("./code/field").then((kind) => kind.CodeField)),
  color: dynamic(() => import("./color").then((kind) => kind.ColorField)),
  date: dynamic(() => import("./date").then((kind) => kind.DateField)),
  dropdown: dynamic(() => import("./dropdown").then((kind) => kind.DropdownField)),
  file: dynamic(() => import("./file/field").then((kind) => kind.FileField)),
  image: dynamic(() => import("./image/field").then((kind) => kind.ImageInputField)),
  imageStream: dynamic(() => import("./image-stream/field").then((kind) => kind.ImageStreamField)),
  json: dynamic(() => import("./json/field").then((kind) => kind.JsonField)),
  number: dynamic(() => import("./number/field").then((kind) => kind.NumberInputField)),
  radio: dynamic(() => import("./radio").then((kind) => kind.RadioField)),
  slider: dynamic(() => import("./slider").then((kind) => kind.SliderField)),
  text: dynamic(() => import("./text/field").then((kind) => kind.TextField)),
  video: dynamic(() => import("./video/field").then((kind) => kind.VideoField)),
};

/**
 * Of embeds, which have 155 kB for all their scripts: Next and React take 135 of them, and Base UI's
 * parts 15 to 45 each. The browser's own controls can be used by keyboard and screen reader as well.
 */
const plainFields: Partial<typeof fields> = {
  dropdown: dynamic(() => import("./plain/dropdown").then((kind) => kind.PlainDropdownField)),
  number: dynamic(() => import("./plain/number").then((kind) => kind.PlainNumberField)),
  slider: dynamic(() => import("./plain/slider").then((kind) => kind.PlainSliderField)),
};

const newest = <Value,>(_previous: Value | undefined, wire: Value): Value => wire;

const rows = {
  audio: {
    reduce: joinChunks,
    View: dynamic(() => import("./audio/view").then((kind) => kind.AudioView)),
  } satisfies OutputRow<"audio", MediaOnWire, JoinedChunks>,
  code: {
    reduce: joinText,
    View: dynamic(() => import("./code/view").then((kind) => kind.CodeView)),
  } satisfies OutputRow<"code", TextOnWire, JoinedText>,
  file: {
    reduce: newest,
    View: dynamic(() => import("./file/view").then((kind) => kind.FileView)),
  } satisfies OutputRow<"file", FileOnWire, FileOnWire>,
  gallery: {
    reduce: joinItems,
    View: dynamic(() => import("./gallery/view").then((kind) => kind.GalleryView)),
  } satisfies OutputRow<"gallery", GalleryOnWire, JoinedGallery>,
  html: {
    reduce: newest,
    View: dynamic(() => import("./html/view").then((kind) => kind.HtmlView)),
  } satisfies OutputRow<"html", HtmlOnWire, HtmlOnWire>,
  image: {
    reduce: newest,
    View: dynamic(() => import("./image/view").then((kind) => kind.ImageView)),
  } satisfies OutputRow<"image", Picture, Picture>,
  json: {
    reduce: newest,
    View: dynamic(() => import("./json/view").then((kind) => kind.JsonView)),
  } satisfies OutputRow<"json", Json, Json>,
  label: {
    reduce: newest,
    View: dynamic(() => import("./label/view").then((kind) => kind.LabelView)),
  } satisfies OutputRow<"label", LabelOnWire, LabelOnWire>,
  log: {
    reduce: joinLog,
    View: dynamic(() => import("./log/view").then((kind) => kind.LogView)),
  } satisfies OutputRow<"log", LogOnWire, JoinedLog>,
  markdown: {
    reduce: joinText,
    View: dynamic(() => import("./markdown/view").then((kind) => kind.MarkdownView)),
  } satisfies OutputRow<"markdown", TextOnWire, JoinedText>,
  number: {
    reduce: newest,
    View: dynamic(() => import("./number/view").then((kind) => kind.NumberView)),
  } satisfies OutputRow<"number", number, number>,
  plot: {
    reduce: joinPlot,
    View: dynamic(() => import("./plot/view").then((kind) => kind.PlotView)),
  } satisfies OutputRow<"plot", PlotOnWire, JoinedPlot>,
  table: {
    reduce: joinTable,
    View: dynamic(() => import("./table/view").then((kind) => kind.TableView)),
  } satisfies OutputRow<"table", TableOnWire, JoinedTable>,
  reply: {
    reduce: joinReply,
    View: dynamic(() => import("./reply/view").then((kind) => kind.ReplyOutputView)),
  } satisfies OutputRow<"reply", ReplyOnWire, JoinedReply>,
  text: {
    reduce: joinText,
    View: dynamic(() => import("./text/view").then((kind) => kind.TextView)),
  } satisfies OutputRow<"text", TextOnWire, JoinedText>,
  video: {
    reduce: joinChunks,
    View: dynamic(() => import("./video/view").then((kind) => kind.VideoView)),
  } satisfies OutputRow<"video", MediaOnWire, JoinedChunks>,
} satisfies { readonly [Name in OutputKindName]: object };

/** The field of an input, by the kind that its description names. */
export function fieldOf(asked: InputKindName, plain: boolean): ComponentType<FieldProps> {
  const kind = asked as FormInputKindName;
  const field = plain ? plainFields[kind] : undefined;
  return (field ?? fields[kind]) as ComponentType<FieldProps>;
}

/** The view of an output, whose value is what its kind's `reduce` has made. */
export function viewOf(kind: OutputKindName): ComponentType<ViewProps<unknown>> {
  return rows[kind].View as ComponentType<ViewProps<unknown>>;
}

/** How each output kind takes in what comes over the wire. */
export const reducers = Object.fromEntries(
  Object.entries(rows).map(([kind, { reduce }]) => [kind, reduce]),
) as { readonly [Name in OutputKindName]: (previous: unknown, wire: unknown) => unknown };
