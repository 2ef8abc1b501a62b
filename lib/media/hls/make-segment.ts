import { writeMp4Chunk } from "../mp4-chunk";
import { ownPackets, type ReadChunk } from "../own-packets";
import { flacTracks } from "./flac-tracks";

/** A segment in two parts, either of which a player asks for by itself. */
export interface MadeSegment {
  /** `ftyp` and `moov`: the same bytes for all chunks of one `init`. */
  readonly init: Uint8Array;
  /** `moof` and `mdat`. */
  readonly data: Uint8Array;
  readonly type: string;
}

/**
 * Makes a segment of an HLS playlist: MP4 of one fragment, on the output's own clock.
 *
 * @param chunks at least one, of one `init`, behind one another
 * @returns `undefined` where they can be coded for no player: samples at a rate that FLAC has no name for
 */
export async function makeSegment(chunks: readonly ReadChunk[]): Promise<MadeSegment | undefined> {
  const isPcm = chunks[0]?.chunk.type.startsWith("audio/wav");
  const tracks = isPcm ? await flacTracks(chunks) : await ownPackets(chunks, { edges: false });
  if (!tracks) return undefined;
  const { data, initBytes, type } = await writeMp4Chunk(tracks);
  return { init: data.subarray(0, initBytes), data: data.subarray(initBytes), type };
}
