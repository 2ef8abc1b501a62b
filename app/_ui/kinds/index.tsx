import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { InputKindName } from "@/lib/kinds/inputs";
import type { OutputKindName } from "@/lib/kinds/outputs";
import type { FieldProps, ViewProps } from "./kind";
import type { Shown } from "./reducers";

/*
 * A row per kind: one that is missing does not compile. Each is a chunk of its own, so that a page
 * downloads only the kinds that its demo has; Next puts them into the server's HTML all the same.
 */

/** A chat asks for these by itself: see `app/_ui/chat`. */
type ChatInputKindName = "attachments" | "history";
type FormInputKindName = Exclude<InputKindName, ChatInputKindName>;

const fields: { readonly [Name in FormInputKindName]: ComponentType<FieldProps<Name>> } = {
  audio: dynamic(() => import("./given/file-fields").then((kind) => kind.AudioField)),
  audioStream: dynamic(() => import("./audio-stream/field").then((kind) => kind.AudioStreamField)),
  checkbox: dynamic(() => import("./checkbox").then((kind) => kind.CheckboxField)),
  checkboxGroup: dynamic(() => import("./checkbox-group").then((kind) => kind.CheckboxGroupField)),
  code: dynamic(() => import("./code/field").then((kind) => kind.CodeField)),
  color: dynamic(() => import("./color").then((kind) => kind.ColorField)),
  date: dynamic(() => import("./date").then((kind) => kind.DateField)),
  dropdown: dynamic(() => import("./dropdown/field").then((kind) => kind.DropdownField)),
  file: dynamic(() => import("./given/file-fields").then((kind) => kind.FileField)),
  image: dynamic(() => import("./given/file-fields").then((kind) => kind.ImageInputField)),
  imageStream: dynamic(() => import("./image-stream/field").then((kind) => kind.ImageStreamField)),
  json: dynamic(() => import("./json/field").then((kind) => kind.JsonField)),
  number: dynamic(() => import("./number/field").then((kind) => kind.NumberInputField)),
  radio: dynamic(() => import("./radio").then((kind) => kind.RadioField)),
  slider: dynamic(() => import("./slider").then((kind) => kind.SliderField)),
  text: dynamic(() => import("./text/field").then((kind) => kind.TextField)),
  video: dynamic(() => import("./given/file-fields").then((kind) => kind.VideoField)),
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

const views: { readonly [Name in OutputKindName]: ComponentType<ViewProps<Shown<Name>, Name>> } = {
  audio: dynamic(() => import("./audio/view").then((kind) => kind.AudioView)),
  code: dynamic(() => import("./code/view").then((kind) => kind.CodeView)),
  file: dynamic(() => import("./file/view").then((kind) => kind.FileView)),
  gallery: dynamic(() => import("./gallery/view").then((kind) => kind.GalleryView)),
  html: dynamic(() => import("./html/view").then((kind) => kind.HtmlView)),
  image: dynamic(() => import("./image/view").then((kind) => kind.ImageView)),
  json: dynamic(() => import("./json/view").then((kind) => kind.JsonView)),
  label: dynamic(() => import("./label/view").then((kind) => kind.LabelView)),
  log: dynamic(() => import("./log/view").then((kind) => kind.LogView)),
  markdown: dynamic(() => import("./markdown/view").then((kind) => kind.MarkdownView)),
  number: dynamic(() => import("./number/view").then((kind) => kind.NumberView)),
  plot: dynamic(() => import("./plot/view").then((kind) => kind.PlotView)),
  table: dynamic(() => import("./table/view").then((kind) => kind.TableView)),
  reply: dynamic(() => import("./reply/view").then((kind) => kind.ReplyOutputView)),
  text: dynamic(() => import("./text/view").then((kind) => kind.TextView)),
  video: dynamic(() => import("./video/view").then((kind) => kind.VideoView)),
};

/** Fields that are folded away together, which few forms have. */
export const FormGroup = dynamic(() => import("../form-group").then((part) => part.FormGroup));

/** The field of an input, by the kind that its description names. */
export function fieldOf(asked: InputKindName, plain: boolean): ComponentType<FieldProps> {
  const kind = asked as FormInputKindName;
  const field = plain ? plainFields[kind] : undefined;
  return (field ?? fields[kind]) as ComponentType<FieldProps>;
}

/** The view of an output, whose value is what its kind's reducer has made. */
export function viewOf(kind: OutputKindName): ComponentType<ViewProps<unknown>> {
  return views[kind] as ComponentType<ViewProps<unknown>>;
}
