import { audioInput } from "./audio/input";
import { audioStreamInput } from "./audio-stream";
import { attachmentsInput } from "./chat/attachments";
import { historyInput } from "./chat/history";
import { controlInputs } from "./control-inputs";
import { fileInput } from "./file/input";
import { furtherControls } from "./further-controls";
import { imageInput } from "./image/input";
import { imageStreamInput } from "./image-stream";
import type { InputKind } from "./kind";
import { videoInput } from "./video/input";

/** Every kind that may be given. Pure: the form in the browser checks with the same functions. */
export const inputKinds = {
  ...controlInputs,
  attachments: attachmentsInput,
  ...furtherControls,
  audio: audioInput,
  audioStream: audioStreamInput,
  file: fileInput,
  history: historyInput,
  image: imageInput,
  imageStream: imageStreamInput,
  video: videoInput,
};

export type InputKindName = keyof typeof inputKinds;

/** The options of an input kind. */
export type InputOptionsOf<Name extends InputKindName> =
  (typeof inputKinds)[Name] extends InputKind<infer Options, infer _Value> ? Options : never;

/** A declaration of one of the input kinds, told apart by `kind`. */
export type InputDeclaration = {
  [Name in InputKindName]: { readonly kind: Name; readonly options: InputOptionsOf<Name> };
}[InputKindName];

/** The behaviour of an input's kind. A declaration carries the options of its own kind. */
export function inputKind(declaration: InputDeclaration): InputKind<unknown, unknown> {
  return inputKinds[declaration.kind] as InputKind<unknown, unknown>;
}
