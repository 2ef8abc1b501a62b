import { createHash } from "node:crypto";
import { BufferTarget, Output, WebMOutputFormat } from "mediabunny";
import { addTrack, type CodedTrack, type Mp4Chunk } from "../mp4-chunk";

/**
 * Writes packets as WebM, for what browsers do not play in MP4: VP8 and Vorbis. As with MP4, what
 * describes the tracks comes first and is the same for equal configurations, and clusters of many chunks
 * can be put behind it; times are the output's own and `chunkEpoch`, in whole milliseconds.
 *
 * @example const { data, initBytes, init, type } = await writeWebmChunk([video, sound]);
 */
export async function writeWebmChunk(tracks: readonly CodedTrack[]): Promise<Mp4Chunk> {
  const target = new BufferTarget();
  let initBytes = 0;
  const format = new WebMOutputFormat({
    // Without an index and a length, which would be of this chunk alone.
    appendOnly: true,
    minimumClusterDuration: 1e9,
    onSegmentHeader: (header, position) => {
      initBytes = position + header.byteLength;
    },
  });
  const output = new Output({ format, target });
  const adders = tracks.map((track) => addTrack(output, track));
  await output.start();
  for (const add of adders) await add();
  await output.finalize();
  const data = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  const hash = createHash("sha256").update(data.subarray(0, initBytes));
  const codecs = tracks.map(({ config }) => config.codec).join(", ");
  const type = `video/webm; codecs="${codecs}"`;
  return { data, initBytes, init: hash.digest("hex").slice(0, 16), type };
}
