import type { LoggedChunks } from "../lib/media/chunks";
import { hasPlaylist } from "../lib/media/hls/has-playlist";
import { joinedForm, joinedName } from "../lib/media/joined-form";
import { type MediaAddress, mediaEnding } from "../lib/media/media-address";
import type { RunEvent } from "../lib/run/run-event";
import { isOver } from "../lib/store/snapshot";
import type { Builder } from "./builder";
import { mediaChunk } from "./media-chunk";
import { mediaUrl } from "./media-url";

/** Sound or video at one event. */
export interface MediaOnWire extends LoggedChunks {
  readonly run: string;
  readonly playlist: MediaAddress | undefined;
  readonly file: MediaAddress | undefined;
}

/** The type `Audio` or `Video`: they differ in nothing but their names. */
export function mediaType(builder: Builder, name: "Audio" | "Video") {
  const what = name === "Audio" ? "Sound" : "Video";
  return builder.objectRef<MediaOnWire>(name).implement({
    description: `${what}, by reference. A client keeps \`reset ? chunks : [...before, ...chunks]\`.`,
    fields: (t) => ({
      chunks: t.field({
        type: [mediaChunk(builder)],
        description: "The new chunks; of a state all.",
        resolve: ({ chunks, run }) => chunks.map((chunk) => ({ ...chunk, run })),
      }),
      reset: t.exposeBoolean("reset", {
        description: "Whether `chunks` stand for those so far, rather than behind them.",
      }),
      playlist: t.string({
        nullable: true,
        description:
          "An HLS playlist that grows with the run. `null` for what does not stream, and for samples at a rate that FLAC has no name for.",
        resolve: ({ playlist }, _given, { house }) => playlist && mediaUrl(playlist, house),
      }),
      file: t.string({
        nullable: true,
        description:
          "Where all of it is as one file, once the run is over. `null` where its coding changes amid it.",
        resolve: ({ file }, _given, { house }) => file && mediaUrl(file, house),
      }),
    }),
  });
}

/** What the wire has of chunks that were logged. */
export function mediaOnWire(
  logged: LoggedChunks,
  event: RunEvent,
  { name, streaming }: { name: string; streaming: boolean },
): MediaOnWire {
  const { id: run, demo } = event.record;
  const place = { run, output: name };
  const [first] = logged.chunks;
  if (!streaming) {
    const file: MediaAddress | undefined = first && {
      what: "file",
      ...place,
      id: first.id,
      name: joinedName(demo, name, mediaEnding(first.type)),
    };
    return { ...logged, run, playlist: undefined, file };
  }
  const whole = event.whole[name];
  const all = whole && "chunks" in whole ? whole.chunks : logged.chunks;
  // Whoever follows it has heard of what came before: a long run is not looked through at each event.
  const looked = isOver(event.run.status) ? all : [...all.slice(0, 1), ...logged.chunks];
  const form = joinedForm(looked);
  return {
    ...logged,
    run,
    playlist: first && hasPlaylist(first) ? { what: "playlist", ...place } : undefined,
    file: form && { what: "joined", ...place, name: joinedName(demo, name, form.ending) },
  };
}

/** What a page asks of it. */
export const mediaSelection =
  "{ chunks { index url mimeType start duration lead tail continues init initBytes } reset playlist file }";

/** What an example asks of it. */
export const mediaSample = "{ chunks { url mimeType start duration } reset playlist file }";
