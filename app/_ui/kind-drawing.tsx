import type { ReactNode } from "react";
import type { OutputKindName } from "@/lib/kinds/outputs";
import { audioDrawing } from "./drawings/audio";
import { codeDrawing } from "./drawings/code";
import { fileDrawing } from "./drawings/file";
import { galleryDrawing } from "./drawings/gallery";
import { htmlDrawing } from "./drawings/html";
import { imageDrawing } from "./drawings/image";
import { jsonDrawing } from "./drawings/json";
import { labelDrawing } from "./drawings/label";
import { logDrawing } from "./drawings/log";
import { markdownDrawing } from "./drawings/markdown";
import { numberDrawing } from "./drawings/number";
import { plotDrawing } from "./drawings/plot";
import { replyDrawing } from "./drawings/reply";
import { tableDrawing } from "./drawings/table";
import { textDrawing } from "./drawings/text";
import { videoDrawing } from "./drawings/video";
import { KindFrame } from "./kind-frame";

const drawings: { readonly [Name in OutputKindName]: ReactNode } = {
  audio: audioDrawing,
  code: codeDrawing,
  file: fileDrawing,
  gallery: galleryDrawing,
  html: htmlDrawing,
  image: imageDrawing,
  json: jsonDrawing,
  label: labelDrawing,
  log: logDrawing,
  markdown: markdownDrawing,
  number: numberDrawing,
  plot: plotDrawing,
  reply: replyDrawing,
  table: tableDrawing,
  text: textDrawing,
  video: videoDrawing,
};

/** What sort of thing a demo yields, as a small drawing. Who needs but one takes that from ./drawings. */
export function KindDrawing({ kind, className }: { kind: OutputKindName; className: string }) {
  return <KindFrame className={className}>{drawings[kind]}</KindFrame>;
}
