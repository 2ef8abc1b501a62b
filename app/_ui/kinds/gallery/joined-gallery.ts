import type { JoinedItems } from "../joined-items";

/** A picture of a gallery; its bytes never change. */
export interface GalleryPicture {
  readonly caption: string | null;
  readonly image: {
    readonly url: string;
    /** A smaller copy. */
    readonly small: string;
    readonly width: number;
    readonly height: number;
  };
}

export type JoinedGallery = JoinedItems<GalleryPicture>;
