import type { FileOutputOptions } from "../../lib/kinds/file";
import type { LoggedFile } from "../../lib/kinds/file/output";
import type { MediaAddress } from "../../lib/media/media-address";
import { mediaUrl } from "../media-url";
import type { FieldKind } from "./kind";

interface FileOnWire extends LoggedFile {
  readonly address: MediaAddress;
}

export const fileField: FieldKind<FileOutputOptions, LoggedFile, FileOnWire> = {
  define(builder) {
    const type = builder.objectRef<FileOnWire>("Download").implement({
      description: "A file to be downloaded. Its bytes never change.",
      fields: (t) => ({
        url: t.string({
          description:
            "Where its bytes are: below `PUBLIC_URL` where that is set, else relative to the API's host. A browser keeps them rather than showing them.",
          resolve: ({ address }, _given, { house }) => mediaUrl(address, house),
        }),
        name: t.exposeString("name"),
        mimeType: t.exposeString("mimeType"),
        size: t.exposeInt("bytes", { description: "In bytes." }),
      }),
    });
    return () => ({
      type,
      resolve(logged, event, output) {
        const { id, name } = logged;
        const address = { what: "file", run: event.record.id, output, id, name } as const;
        return { ...logged, address };
      },
    });
  },
  selection: "{ url name mimeType size }",
};
