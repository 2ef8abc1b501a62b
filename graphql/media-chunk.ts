import type { MediaChunk } from "../lib/media/chunks";
import { mediaEnding } from "../lib/media/media-address";
import type { Builder } from "./builder";
import { mediaUrl } from "./media-url";

export interface ChunkOnWire extends MediaChunk {
  readonly run: string;
}

const refs = new WeakMap<Builder, ReturnType<typeof define>>();

/** The type of one chunk, which sound and video share. */
export function mediaChunk(builder: Builder) {
  const ref = refs.get(builder) ?? define(builder);
  refs.set(builder, ref);
  return ref;
}

function define(builder: Builder) {
  return builder.objectRef<ChunkOnWire>("MediaChunk").implement({
    description:
      "A piece of sound or video, a file of its own: what was yielded whole, or WAV, or MP4 of one fragment. Its bytes never change.",
    fields: (t) => ({
      index: t.exposeInt("index", { description: "0, 1, 2 … within its output." }),
      url: t.string({
        description:
          "Where its bytes are: below `PUBLIC_URL` where that is set, else relative to the API's host.",
        resolve: ({ run, id, type }, _given, { house }) =>
          mediaUrl({ what: "chunk", run, id, ending: mediaEnding(type) }, house),
      }),
      mimeType: t.exposeString("type", {
        description: 'Such as `video/mp4; codecs="avc1.64001f, mp4a.40.2"`.',
      }),
      start: t.exposeFloat("start", {
        description: "Where it stands on the output's own clock, in seconds.",
      }),
      duration: t.exposeFloat("duration", { description: "In seconds." }),
      lead: t.exposeFloat("lead", {
        description: "Seconds that it decodes to before `start`: a coder's delay, not to be heard.",
      }),
      tail: t.exposeFloat("tail", {
        description: "Seconds that it decodes to behind its end: padding, not to be heard.",
      }),
      continues: t.exposeBoolean("continues", {
        description:
          "Whether it goes on in the coded stream of the chunk before, and is decoded behind it.",
      }),
      init: t.exposeString("init", {
        description:
          "A name of its initialisation part: fragments of one name may be put behind one another.",
      }),
      initBytes: t.exposeInt("initBytes", {
        description: "How many of its bytes are that part; 0 where it has none.",
      }),
    }),
  });
}
