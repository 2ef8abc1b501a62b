import { targetDuration } from "./segments";
import type { Segment } from "./timelines";

export interface PlaylistOptions {
  /** At least one. */
  readonly segments: readonly Segment[];
  /** Whether nothing was dropped and nothing ever will be. */
  readonly growing: boolean;
  readonly over: boolean;
}

/**
 * Writes an HLS playlist of MP4 segments: https://www.rfc-editor.org/rfc/rfc8216
 *
 * It does not say `EXT-X-INDEPENDENT-SEGMENTS`: of what a demo may yield next, nobody knows whether it
 * can be decoded alone.
 */
export function writePlaylist({ segments, growing, over }: PlaylistOptions): string {
  const [first] = segments;
  const lines = [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    `#EXT-X-TARGETDURATION:${targetDuration}`,
    `#EXT-X-MEDIA-SEQUENCE:${first?.number ?? 0}`,
    ...(first?.breaks ? [`#EXT-X-DISCONTINUITY-SEQUENCE:${first.breaks}`] : []),
    ...(growing ? ["#EXT-X-PLAYLIST-TYPE:EVENT"] : []),
    "#EXT-X-START:TIME-OFFSET=0",
  ];
  let before: Segment | undefined;
  for (const segment of segments) {
    const { init, duration, breaks } = segment;
    if (before && before.breaks !== breaks) lines.push("#EXT-X-DISCONTINUITY");
    if (before?.init !== init) lines.push(`#EXT-X-MAP:URI="init-${init}.mp4"`);
    lines.push(`#EXTINF:${duration.toFixed(6)},`, `${segment.first}-${segment.last}.m4s`);
    before = segment;
  }
  if (over) lines.push("#EXT-X-ENDLIST");
  return `${lines.join("\n")}\n`;
}
