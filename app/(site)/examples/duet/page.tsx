import type { Metadata } from "next";
import { WithDemos } from "yieldcast/server";
import { Duet } from "./duet";

export const metadata: Metadata = { title: "Duet", robots: { index: false } };

/** Shows how a page uses one demo twice. Nothing refers to it: delete `app/(site)/examples` if you need none. */
export default function DuetPage() {
  return (
    <WithDemos names={["fake-diffusion"]}>
      <h1 className="mb-6 text-title font-semibold tracking-tight">Duet</h1>
      <Duet />
    </WithDemos>
  );
}
