import type { House } from "../lib/house";
import { type MediaAddress, writeMediaAddress } from "../lib/media/media-address";

/** Where bytes are: below `PUBLIC_URL` where that is set, else relative to the API's host. */
export function mediaUrl(address: MediaAddress, { settings }: House): string {
  return `${settings.PUBLIC_URL ?? ""}${writeMediaAddress(address)}`;
}
