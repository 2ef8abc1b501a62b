import { type ReadImage, readImage } from "../../media/read-image";
import { cutList, type GrownList, grow, itemsOf, listOf } from "../grown-list";
import type { OutputKind } from "../kind";
import { YieldError } from "../yield-error";
import type { GalleryOptions } from "./index";

/** A picture of a gallery: the name of its bytes in the byte store, its size and its caption. */
export interface LoggedPicture {
  readonly id: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly type: string;
  readonly caption: string | null;
}

/** What the log keeps of a gallery: `reset ? pictures : [...before, ...pictures]`. */
export interface LoggedGallery {
  readonly kind: "gallery";
  readonly pictures: GrownList<LoggedPicture>;
  readonly reset: boolean;
}

const mostPictures = 1000;
const longestCaption = 1000;

export const galleryOutput: OutputKind<GalleryOptions, LoggedGallery> = {
  faults: () => [],
  writer({ append = false }, { keepBytes, readableFolders }) {
    let count = 0;
    return {
      async write(value) {
        const items = Array.isArray(value) ? (value as readonly unknown[]) : [value];
        const next = append ? count + items.length : items.length;
        if (next > mostPictures) {
          throw new YieldError(`at most ${mostPictures.toLocaleString("en")} pictures`, `${next}`);
        }
        count = next;
        // All are read before any is kept: one that is wrong leaves nothing behind.
        const read: { image: ReadImage; caption: string | null }[] = [];
        for (const item of items) {
          const { image, caption } = partsOf(item);
          read.push({ image: await readImage(image, { folders: readableFolders }), caption });
        }
        const pictures: LoggedPicture[] = [];
        for (const { image, caption } of read) {
          const { data, ...rest } = image;
          const id = await keepBytes(data, image.type);
          pictures.push({ ...rest, id, bytes: data.byteLength, caption });
        }
        return { kind: "gallery", pictures: listOf(pictures), reset: !append };
      },
    };
  },
  merge(older, newer) {
    if (newer.reset) return newer;
    return { ...older, pictures: grow(older.pictures, newer.pictures) };
  },
  size: ({ pictures }) => itemsOf(pictures).reduce((sum, picture) => sum + weightOf(picture), 64),
  bytes({ pictures }) {
    const items = itemsOf(pictures);
    const size = items.reduce((sum, { bytes }) => sum + bytes, 0);
    return { ids: items.map(({ id }) => id), size };
  },
  pieces({ pictures }, size) {
    return cutList(pictures, size, weightOf).map((part, at) => ({
      kind: "gallery",
      pictures: part,
      reset: at === 0,
    }));
  },
};

function partsOf(item: unknown): { image: unknown; caption: string | null } {
  const isPlain = typeof item === "object" && item !== null && "image" in item;
  if (!isPlain) return { image: item, caption: null };
  const { image, caption = null } = item as { image: unknown; caption?: unknown };
  if (caption !== null && typeof caption !== "string") {
    throw new YieldError("a caption that is a string", { value: caption });
  }
  return { image, caption: caption === null ? null : caption.slice(0, longestCaption) };
}

function weightOf({ caption }: LoggedPicture): number {
  return 160 + 2 * (caption?.length ?? 0);
}
