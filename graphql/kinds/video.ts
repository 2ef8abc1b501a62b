import type { VideoOutputOptions } from "../../lib/kinds/video";
import type { LoggedVideo } from "../../lib/kinds/video/output";
import {
  type MediaOnWire,
  mediaOnWire,
  mediaSample,
  mediaSelection,
  mediaType,
} from "../media-output";
import type { FieldKind } from "./kind";

export const videoField: FieldKind<VideoOutputOptions, LoggedVideo, MediaOnWire> = {
  define(builder) {
    const type = mediaType(builder, "Video");
    return ({ streaming = false }) => ({
      type,
      resolve: (logged, event, name) => mediaOnWire(logged, event, { name, streaming }),
    });
  },
  selection: mediaSelection,
  sample: mediaSample,
};
