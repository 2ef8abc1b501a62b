/** A segment as a player understands a playlist. */
export interface ListedSegment {
  readonly uri: string;
  readonly duration: number;
  readonly map: string;
  /** By how many discontinuities it comes later than the first of all. */
  readonly breaks: number;
  readonly number: number;
}

export interface ReadPlaylist {
  readonly segments: readonly ListedSegment[];
  readonly target: number;
  readonly isEvent: boolean;
  readonly ended: boolean;
}

const uri = /^[\w.-]+$/;

/**
 * Reads a playlist by the letter of https://www.rfc-editor.org/rfc/rfc8216 and refuses every line that it
 * does not know.
 */
export function readPlaylist(text: string): ReadPlaylist {
  const lines = text.split("\n");
  if (lines.shift() !== "#EXTM3U") throw new Error(`No playlist begins so: ${text}`);
  if (lines.pop() !== "") throw new Error("The last line is not whole.");
  const segments: ListedSegment[] = [];
  const seen = new Set<string>();
  let [target, number, breaks, ended] = [0, 0, 0, false];
  let map: string | undefined;
  let duration: number | undefined;
  for (const line of lines) {
    if (ended) throw new Error(`Behind the end stands ${line}`);
    const [, tag, value = ""] = /^#(EXT[A-Z0-9-]*)(?::(.*))?$/.exec(line) ?? [];
    if (tag === undefined) {
      if (!uri.test(line) || duration === undefined || map === undefined) {
        throw new Error(`No segment: ${line}`);
      }
      segments.push({ uri: line, duration, map, breaks, number: number++ });
      duration = undefined;
      continue;
    }
    const once = !["EXTINF", "EXT-X-MAP", "EXT-X-DISCONTINUITY"].includes(tag);
    if (once && seen.has(tag)) throw new Error(`Twice: ${line}`);
    seen.add(tag);
    const isWhole = /^\d+$/.test(value);
    if (tag === "EXT-X-VERSION" && value === "7") continue;
    if (tag === "EXT-X-TARGETDURATION" && isWhole) target = Number(value);
    else if (tag === "EXT-X-MEDIA-SEQUENCE" && isWhole && segments.length === 0) {
      number = Number(value);
    } else if (tag === "EXT-X-DISCONTINUITY-SEQUENCE" && isWhole && segments.length === 0) {
      breaks = Number(value);
    } else if (tag === "EXT-X-PLAYLIST-TYPE" && value === "EVENT") continue;
    else if (tag === "EXT-X-START" && value === "TIME-OFFSET=0") continue;
    else if (tag === "EXT-X-MAP") map = /^URI="([\w.-]+)"$/.exec(value)?.[1];
    else if (tag === "EXTINF" && /^\d+\.\d{6},$/.test(value)) {
      duration = Number.parseFloat(value);
      if (Math.round(duration) > target) throw new Error(`${line} is longer than ${target}`);
    } else if (tag === "EXT-X-DISCONTINUITY" && value === "") breaks++;
    else if (tag === "EXT-X-ENDLIST") ended = true;
    else throw new Error(`Not understood: ${line}`);
  }
  for (const needed of ["EXT-X-VERSION", "EXT-X-TARGETDURATION", "EXT-X-MEDIA-SEQUENCE"]) {
    if (!seen.has(needed)) throw new Error(`Missing: ${needed}`);
  }
  return { segments, target, isEvent: seen.has("EXT-X-PLAYLIST-TYPE"), ended };
}
