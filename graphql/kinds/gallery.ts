import type { GalleryOptions } from "../../lib/kinds/gallery";
import type { LoggedGallery, LoggedPicture } from "../../lib/kinds/gallery/output";
import { type GrownList, itemsOf } from "../../lib/kinds/grown-list";
import { imageType } from "../image-type";
import type { FieldKind } from "./kind";

interface GalleryOnWire extends LoggedGallery {
  readonly run: string;
  readonly whole: GrownList<LoggedPicture>;
}

interface PictureOnWire extends LoggedPicture {
  readonly run: string;
}

export const galleryField: FieldKind<GalleryOptions, LoggedGallery, GalleryOnWire> = {
  define(builder) {
    const picture = builder.objectRef<PictureOnWire>("GalleryImage").implement({
      description: "A picture of a gallery.",
      fields: (t) => ({
        image: t.field({ type: imageType(builder), resolve: (picture) => picture }),
        caption: t.exposeString("caption", { nullable: true }),
      }),
    });
    const ofRun = (pictures: GrownList<LoggedPicture>, run: string) =>
      itemsOf(pictures).map((each) => ({ ...each, run }));
    const type = builder.objectRef<GalleryOnWire>("Gallery").implement({
      description: "Pictures. A client keeps `reset ? delta : [...images, ...delta]`.",
      fields: (t) => ({
        images: t.field({
          type: [picture],
          description: "All pictures.",
          resolve: ({ whole, run }) => ofRun(whole, run),
        }),
        delta: t.field({
          type: [picture],
          description: "The pictures that are new.",
          resolve: ({ pictures, run }) => ofRun(pictures, run),
        }),
        reset: t.exposeBoolean("reset", {
          description: "Whether `delta` stands for the pictures so far, rather than behind them.",
        }),
        count: t.int({
          description: "How many pictures there are.",
          resolve: ({ whole }) => whole.count,
        }),
      }),
    });
    return () => ({
      type,
      resolve(logged, event, name) {
        const found = event.whole[name];
        const whole = found?.kind === "gallery" ? found.pictures : logged.pictures;
        return { ...logged, run: event.record.id, whole };
      },
    });
  },
  selection:
    "{ delta { caption image { url small: url(format: WEBP, width: 480) width height } } reset }",
};
