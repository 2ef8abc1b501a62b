import { audioOutput, type LoggedAudio } from "./audio/output";
import { codeOutput, type LoggedCode } from "./code/output";
import { fileOutput, type LoggedFile } from "./file/output";
import { galleryOutput, type LoggedGallery } from "./gallery/output";
import { htmlOutput, type LoggedHtml } from "./html";
import { imageOutput, type LoggedImage } from "./image/output";
import { jsonOutput, type LoggedJson } from "./json/output";
import type { OutputKind } from "./kind";
import { type LoggedLabel, labelOutput } from "./label";
import { type LoggedLog, logOutput } from "./log";
import { type LoggedMarkdown, markdownOutput } from "./markdown";
import { type LoggedNumber, numberOutput } from "./number";
import { type LoggedPlot, plotOutput } from "./plot/output";
import type { LoggedReply } from "./reply/logged-reply";
import { replyOutput } from "./reply/output";
import { type LoggedTable, tableOutput } from "./table/output";
import { type LoggedText, textOutput } from "./text";
import { type LoggedVideo, videoOutput } from "./video/output";

/** Every kind that may be yielded. */
export const outputKinds = {
  audio: audioOutput,
  code: codeOutput,
  file: fileOutput,
  gallery: galleryOutput,
  html: htmlOutput,
  image: imageOutput,
  json: jsonOutput,
  label: labelOutput,
  log: logOutput,
  markdown: markdownOutput,
  number: numberOutput,
  plot: plotOutput,
  table: tableOutput,
  reply: replyOutput,
  text: textOutput,
  video: videoOutput,
};

export type OutputKindName = keyof typeof outputKinds;

/** What the log keeps of one output's yield, or of many merged, told apart by `kind`. */
export type Logged =
  | LoggedAudio
  | LoggedCode
  | LoggedFile
  | LoggedGallery
  | LoggedHtml
  | LoggedImage
  | LoggedJson
  | LoggedLabel
  | LoggedLog
  | LoggedMarkdown
  | LoggedNumber
  | LoggedPlot
  | LoggedTable
  | LoggedReply
  | LoggedText
  | LoggedVideo;

/** The options of an output kind. */
export type OutputOptionsOf<Name extends OutputKindName> =
  (typeof outputKinds)[Name] extends OutputKind<infer Options, infer _Logged> ? Options : never;

/** A declaration of one of the output kinds, told apart by `kind`. */
export type OutputDeclaration = {
  [Name in OutputKindName]: { readonly kind: Name; readonly options: OutputOptionsOf<Name> };
}[OutputKindName];

/** The behaviour of an output's kind. A declaration and what is logged carry the kind's own data. */
export function outputKind({
  kind,
}: {
  readonly kind: OutputKindName;
}): OutputKind<unknown, Logged> {
  return outputKinds[kind] as OutputKind<unknown, Logged>;
}

/** Merges two that were logged for the same output, the older first. */
export function mergeLogged(older: Logged | undefined, newer: Logged): Logged {
  return older === undefined ? newer : outputKind(newer).merge(older, newer);
}
