import type { InputKindName, InputOptionsOf } from "../../lib/kinds/inputs";
import type { Logged, OutputKindName, OutputOptionsOf } from "../../lib/kinds/outputs";
import { attachmentsArgument } from "./attachments";
import { audioField } from "./audio";
import { audioStreamArgument } from "./audio-stream";
import { checkboxArgument } from "./checkbox";
import { checkboxGroupArgument } from "./checkbox-group";
import { codeArgument, codeField } from "./code";
import { colorArgument } from "./color";
import { dateArgument } from "./date";
import { dropdownArgument } from "./dropdown";
import { fileField } from "./file";
import { galleryField } from "./gallery";
import { historyArgument } from "./history";
import { htmlField } from "./html";
import { imageField } from "./image";
import { imageStreamArgument } from "./image-stream";
import { jsonArgument, jsonField } from "./json";
import type { ArgumentKind, FieldKind } from "./kind";
import { labelField } from "./label";
import { logField } from "./log";
import { markdownField } from "./markdown";
import { numberArgument, numberField } from "./number";
import { plotField } from "./plot";
import { radioArgument } from "./radio";
import { replyField } from "./reply";
import { sliderArgument } from "./slider";
import { tableField } from "./table";
import { textArgument, textField } from "./text";
import { uploadArgument } from "./upload";
import { videoField } from "./video";

type LoggedOf<Name> = Extract<Logged, { kind: Name }>;

/** A row per input kind: one that is missing does not compile. */
export const argumentKinds: { [Name in InputKindName]: ArgumentKind<InputOptionsOf<Name>> } = {
  attachments: attachmentsArgument,
  audio: uploadArgument,
  audioStream: audioStreamArgument,
  checkbox: checkboxArgument,
  checkboxGroup: checkboxGroupArgument,
  code: codeArgument,
  color: colorArgument,
  date: dateArgument,
  dropdown: dropdownArgument,
  file: uploadArgument,
  history: historyArgument,
  image: uploadArgument,
  imageStream: imageStreamArgument,
  json: jsonArgument,
  number: numberArgument,
  radio: radioArgument,
  slider: sliderArgument,
  text: textArgument,
  video: uploadArgument,
};

const rows = {
  audio: audioField,
  code: codeField,
  file: fileField,
  gallery: galleryField,
  image: imageField,
  json: jsonField,
  label: labelField,
  html: htmlField,
  log: logField,
  markdown: markdownField,
  number: numberField,
  plot: plotField,
  table: tableField,
  reply: replyField,
  text: textField,
  video: videoField,
} satisfies {
  [Name in OutputKindName]: FieldKind<OutputOptionsOf<Name>, LoggedOf<Name>, unknown>;
};

/** A row per output kind: one that is missing does not compile. */
export const fieldKinds = rows as { [Name in OutputKindName]: FieldKind<unknown, Logged, unknown> };
