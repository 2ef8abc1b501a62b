import type { HtmlOptions, LoggedHtml } from "../../lib/kinds/html";
import type { MediaAddress } from "../../lib/media/media-address";
import { mediaUrl } from "../media-url";
import type { FieldKind } from "./kind";

interface HtmlOnWire extends LoggedHtml {
  readonly address: MediaAddress;
}

export const htmlField: FieldKind<HtmlOptions, LoggedHtml, HtmlOnWire> = {
  define(builder) {
    const type = builder.objectRef<HtmlOnWire>("Html").implement({
      description: "A page in HTML. Its bytes never change.",
      fields: (t) => ({
        url: t.string({
          description:
            "Where it is, for a frame: below `PUBLIC_URL` where that is set, else relative to the API's host. Its headers shut it off from its host and from every network.",
          resolve: ({ address }, _given, { house }) => mediaUrl(address, house),
        }),
        size: t.exposeInt("bytes", { description: "In bytes, as UTF-8." }),
      }),
    });
    return () => ({
      type,
      resolve(logged, event) {
        const { id } = logged;
        return { ...logged, address: { what: "page", run: event.record.id, id } };
      },
    });
  },
  selection: "{ url size }",
};
