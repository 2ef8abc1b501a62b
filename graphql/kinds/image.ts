import type { ImageOptions } from "../../lib/kinds/image";
import type { LoggedImage } from "../../lib/kinds/image/output";
import { type ImageOnWire, imageType } from "../image-type";
import type { FieldKind } from "./kind";

export const imageField: FieldKind<ImageOptions, LoggedImage, ImageOnWire> = {
  define(builder) {
    const type = imageType(builder);
    return () => ({
      type,
      resolve: (logged, event) => ({ ...logged, run: event.record.id }),
    });
  },
  selection: "{ url width height }",
};
