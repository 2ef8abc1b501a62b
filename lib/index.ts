/** All that the author of a demo needs. */
export type { RunContext } from "./demo/context";
export { defineChat } from "./demo/define-chat";
export { defineDemo } from "./demo/define-demo";
export { DemoError } from "./demo/demo-error";
export { type AudioFile, type AudioValue, audio, type PcmAudio } from "./kinds/audio";
export {
  type AudioInputStream,
  type AudioPiece,
  audioStream,
} from "./kinds/audio-stream";
export type { ChatMessage } from "./kinds/chat/turn";
export { checkbox } from "./kinds/checkbox";
export { checkboxGroup } from "./kinds/checkbox-group";
export { code } from "./kinds/code";
export { color, type HexColor } from "./kinds/color";
export { date } from "./kinds/date";
export { dropdown } from "./kinds/dropdown";
export { type FileContent, type FileValue, file } from "./kinds/file";
export { type GalleryItem, type GalleryValue, gallery } from "./kinds/gallery";
export { type Group, group } from "./kinds/group";
export { html } from "./kinds/html";
export { type ImageFile, type ImageValue, image } from "./kinds/image";
export {
  type ImageInputStream,
  type ImagePiece,
  imageStream,
} from "./kinds/image-stream";
export { type Json, json } from "./kinds/json";
export type { StandardSchema } from "./kinds/json/standard-schema";
export { type Confidence, type LabelValue, label } from "./kinds/label";
export type { LiveValue } from "./kinds/live-value";
export { type LogEntry, type LogLevel, type LogValue, log } from "./kinds/log";
export { markdown } from "./kinds/markdown";
export { number } from "./kinds/number";
export { type PlotRow, type PlotSpec, type PlotValue, plot } from "./kinds/plot";
export { radio } from "./kinds/radio";
export { nextMessage, type ReplyValue } from "./kinds/reply";
export { type Step, step } from "./kinds/reply/step";
export { slider } from "./kinds/slider";
export { type Column, type TableValue, table } from "./kinds/table";
export { text } from "./kinds/text";
export { type VideoFile, type VideoValue, video } from "./kinds/video";
export type { UploadedFile } from "./store/upload-store";
