import { GraphQLError } from "graphql";
import type { LoggedImage } from "../lib/kinds/image/output";
import type { ImageFormat, ImageRequest } from "../lib/media/encode-image";
import { widestImage } from "../lib/media/image-address";
import { spend } from "./answer-budget";
import type { Builder } from "./builder";
import { mediaUrl } from "./media-url";

/** A picture that a run has yielded. */
export interface ImageOnWire extends Omit<LoggedImage, "kind"> {
  readonly run: string;
}

interface ImageArguments {
  format?: ImageFormat | null | undefined;
  width?: number | null | undefined;
  quality?: number | null | undefined;
}

const refs = new WeakMap<Builder, ReturnType<typeof define>>();

/** The type of a picture, which images and galleries share. */
export function imageType(builder: Builder) {
  const ref = refs.get(builder) ?? define(builder);
  refs.set(builder, ref);
  return ref;
}

function define(builder: Builder) {
  const format = builder.enumType("ImageFormat", {
    values: {
      PNG: { value: "png", description: "Exact." },
      JPEG: { value: "jpeg" },
      WEBP: { value: "webp" },
      AVIF: { value: "avif" },
    } as const,
  });
  return builder.objectRef<ImageOnWire>("Image").implement({
    description: "A picture, by reference: its bytes never change and may be cached for ever.",
    fields: (t) => {
      const args = {
        format: t.arg({
          type: format,
          description: "Default: as it was yielded; pixels as PNG.",
        }),
        width: t.arg.int({
          description: `In pixels, 1 to ${widestImage}; never more than it has.`,
        }),
        quality: t.arg.int({ description: "1 to 100; without meaning for PNG." }),
      };
      return {
        url: t.string({
          args,
          description:
            "Where its bytes are: below `PUBLIC_URL` where that is set, else relative to the API's host. They are encoded when somebody asks.",
          resolve: ({ run, id }, given, { house }) =>
            mediaUrl({ what: "image", run, id, ...requestOf(given) }, house),
        }),
        dataUrl: t.string({
          args,
          description: "Its bytes themselves, as a `data:` URL.",
          resolve: async ({ run, id, bytes }, given, context, info) => {
            spend(bytes, context, info);
            const image = await context.house.images.get(run, id, requestOf(given));
            if (!image) {
              const message = "This picture is not kept any more.";
              throw new GraphQLError(message, { extensions: { code: "IMAGE_NOT_FOUND" } });
            }
            return `data:${image.type};base64,${Buffer.from(image.data).toString("base64")}`;
          },
        }),
        width: t.exposeInt("width"),
        height: t.exposeInt("height"),
      };
    },
  });
}

function requestOf({ format, width, quality }: ImageArguments): ImageRequest {
  return {
    format: format ?? undefined,
    width: within("width", width, widestImage),
    quality: within("quality", quality, 100),
  };
}

function within(name: string, value: number | null | undefined, most: number): number | undefined {
  if (value == null) return undefined;
  if (value >= 1 && value <= most) return value;
  throw new GraphQLError(
    `The argument "${name}" must be a whole number from 1 to ${most}; got ${value}.`,
    {
      extensions: { code: "BAD_USER_INPUT", argument: name },
    },
  );
}
