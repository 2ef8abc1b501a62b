import type { AudioOutputOptions } from "../../lib/kinds/audio";
import type { LoggedAudio } from "../../lib/kinds/audio/output";
import {
  type MediaOnWire,
  mediaOnWire,
  mediaSample,
  mediaSelection,
  mediaType,
} from "../media-output";
import type { FieldKind } from "./kind";

export const audioField: FieldKind<AudioOutputOptions, LoggedAudio, MediaOnWire> = {
  define(builder) {
    const type = mediaType(builder, "Audio");
    return ({ streaming = false }) => ({
      type,
      resolve: (logged, event, name) => mediaOnWire(logged, event, { name, streaming }),
    });
  },
  selection: mediaSelection,
  sample: mediaSample,
};
