import type { MediaChunk } from "../chunks";

const flacRates = new Set([
  8000, 16000, 22050, 24000, 32000, 44100, 48000, 88200, 96000, 176400, 192000,
]);
const mostChannels = 8;

/** Whether an output of such chunks has a playlist: samples are coded as FLAC for it. */
export function hasPlaylist({ type, init }: Pick<MediaChunk, "type" | "init">): boolean {
  if (!type.startsWith("audio/wav")) return true;
  const [, rate, channels] = /-(\d+)-(\d+)$/.exec(init) ?? [];
  return flacRates.has(Number(rate)) && Number(channels) <= mostChannels;
}
