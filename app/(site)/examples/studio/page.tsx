import type { Metadata } from "next";
import { WithDemos } from "yieldcast/server";
import { Studio } from "./studio";

export const metadata: Metadata = { title: "Studio", robots: { index: false } };

/** The example of docs/custom-pages.md. Nothing refers to it: delete `app/(site)/examples` if you need none. */
export default function StudioPage() {
  return (
    <WithDemos names={["fake-diffusion", "count-up"]}>
      <Studio />
    </WithDemos>
  );
}
