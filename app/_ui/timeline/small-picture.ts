import { parseMediaAddress, writeMediaAddress } from "@/lib/media/media-address";

/** In pixels, for screens with two to each. */
const width = 192;

/** The address of a picture as a thumbnail; the picture itself where its address is of another sort. */
export function smallPicture(url: string): string {
  const address = parseMediaAddress(url);
  if (address?.what !== "image") return url;
  const small = writeMediaAddress({ ...address, format: "webp", width, quality: 70 });
  return new URL(small, new URL(url, location.href)).href;
}
