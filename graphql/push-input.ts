import type { FeedState } from "../lib/run/feed";
import { wrongPiece } from "../lib/run/feeds/wrong-piece";
import type { SchemaParts } from "./builder";

/** `pushInput`: feeds an input of a run while the run goes on. */
export function definePushInput({ builder }: SchemaParts): void {
  const pushed = builder.objectRef<FeedState>("PushedInput").implement({
    description: "What the sender of an input needs to know.",
    fields: (t) => ({
      next: t.exposeInt("next", { description: "The index of the next piece." }),
      dropped: t.exposeInt("dropped", {
        description: "How many pictures came and were never given to the demo.",
      }),
      bufferedSeconds: t.exposeFloat("bufferedSeconds", {
        nullable: true,
        description: "Of sound, the seconds that the demo has still to take.",
      }),
    }),
  });

  builder.mutationField("pushInput", (t) =>
    t.field({
      type: pushed,
      description:
        "Feeds an input of a run while the run goes on. Pieces are taken in the order of their indexes; one that was taken before is left out, so that it may be sent again after a lost answer. A piece with neither `data` nor `value` says that its sender is still there.",
      args: {
        run: t.arg.id({ required: true }),
        key: t.arg.string({
          required: true,
          description: "As it was given to who started the run.",
        }),
        input: t.arg.string({ required: true, description: "The input's name." }),
        index: t.arg.int({ required: true, description: "0 for the first piece, then 1, 2, …" }),
        data: t.arg.string({
          description:
            "In base64: samples of 16 bits, little-endian, the channels interleaved; or a JPEG, PNG or WebP.",
        }),
        value: t.arg({ type: "JSON", description: "What a control shows." }),
        time: t.arg.float({ description: "Of a picture, its place in its video, in seconds." }),
        wait: t.arg.boolean({
          required: true,
          defaultValue: false,
          description:
            "`true`: this picture counts, and the answer waits until there is room. Else a newer one takes its place.",
        }),
        end: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: "Nothing comes behind this piece.",
        }),
      },
      resolve: async (_root, { run, key, input, index, data, value, ...rest }, { house }) => {
        const feed = await house.runs.feedOf(run, key, input);
        return feed.push(index, {
          bytes: data == null ? undefined : bytesOf(data),
          value: value ?? undefined,
          time: rest.time ?? undefined,
          wait: rest.wait,
          end: rest.end,
        });
      },
    }),
  );
}

/** Node reads whatever it can of base64; what it leaves out shows in the length. */
function bytesOf(data: string): Uint8Array {
  const bytes = Buffer.from(data, "base64");
  const digits = data.length - (data.endsWith("==") ? 2 : data.endsWith("=") ? 1 : 0);
  if (bytes.byteLength === Math.floor((digits * 3) / 4)) return bytes;
  throw wrongPiece("data", "bytes in base64");
}
