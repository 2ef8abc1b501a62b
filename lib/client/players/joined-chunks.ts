/** A chunk of sound or video on the wire; its bytes never change. */
export interface ChunkOnWire {
  readonly index: number;
  readonly url: string;
  readonly mimeType: string;
  /** Where it stands on the output's clock, in seconds; so are the others. */
  readonly start: number;
  readonly duration: number;
  /** What its file decodes to before `start` and after its end: not to be heard. */
  readonly lead: number;
  readonly tail: number;
  /** Whether it is decoded behind the chunk before. */
  readonly continues: boolean;
}

/** Sound or video on the wire. */
export interface MediaOnWire {
  /** The new ones. */
  readonly chunks: readonly ChunkOnWire[];
  /** Whether they stand for all before them. */
  readonly reset: boolean;
  readonly playlist: string | null;
  /** Where all of it is as one file, once the run is over; `null` where these chunks are no part of one. */
  readonly file: string | null;
}

/** All chunks of an output so far. */
export interface JoinedChunks {
  /** Shared by all that have grown out of one another: only the first `count` belong to this one. */
  readonly list: readonly ChunkOnWire[];
  readonly count: number;
  /** The same object for as long as chunks are only put behind. */
  readonly origin: object;
  readonly playlist: string | null;
  readonly file: string | null;
}

/**
 * The chunks after some more have come. What was there is not copied, however many there are; the same
 * value comes back where nothing is new.
 */
export function joinChunks(previous: JoinedChunks | undefined, wire: MediaOnWire): JoinedChunks {
  const { playlist } = wire;
  // Chunks of which one could not be joined to those before it are never one file again.
  const isBroken = !wire.reset && previous?.file === null && previous.count > 0;
  const file = isBroken ? null : wire.file;
  if (!previous || (wire.reset && !isSameMedia(previous, wire))) {
    return { list: [...wire.chunks], count: wire.chunks.length, origin: {}, playlist, file };
  }
  const { origin } = previous;
  // The state of what is being followed already, sent again after a lost connection.
  if (wire.reset) {
    return { list: [...wire.chunks], count: wire.chunks.length, origin, playlist, file };
  }
  const last = previous.list[previous.count - 1]?.index ?? -1;
  const fresh = wire.chunks.filter(({ index }) => index > last);
  const unchanged = previous.playlist === playlist && previous.file === file;
  if (fresh.length === 0 && unchanged) return previous;
  const { count } = previous;
  const whole = previous.list.length === count;
  const list = (whole ? previous.list : previous.list.slice(0, count)) as ChunkOnWire[];
  for (const chunk of fresh) list.push(chunk);
  return { list, count: list.length, origin, playlist, file };
}

/** Whether a state has a chunk in common with what is known. */
function isSameMedia(previous: JoinedChunks, { chunks }: MediaOnWire): boolean {
  const last = previous.list[previous.count - 1];
  if (!last) return chunks.length === 0;
  return chunks.some(({ index, url }) => index === last.index && url === last.url);
}

/** The place of the chunk that is heard at a time: the last that does not begin after it; 0 before the first. */
export function placeAt({ list, count }: JoinedChunks, seconds: number): number {
  // A time that was computed may lie a rounding before the start that it means.
  return lastPlace(list, count, ({ start }) => start <= seconds + 1e-6);
}

function lastPlace(
  list: readonly ChunkOnWire[],
  count: number,
  isBefore: (chunk: ChunkOnWire) => boolean,
): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    const chunk = list[middle];
    if (chunk && isBefore(chunk)) low = middle;
    else high = middle;
  }
  return low;
}

/** The place of a chunk by its index, or of the next one where that is not kept. */
export function placeOf({ list, count }: JoinedChunks, index: number): number {
  const place = lastPlace(list, count, (chunk) => chunk.index <= index);
  const found = list[place];
  return found && found.index < index ? place + 1 : place;
}

/** Where the first chunk begins and the last one ends, in seconds. */
export function extentOf({ list, count }: JoinedChunks): { start: number; end: number } {
  const first = list[0];
  const last = list[count - 1];
  return first && last
    ? { start: first.start, end: last.start + last.duration }
    : { start: 0, end: 0 };
}
