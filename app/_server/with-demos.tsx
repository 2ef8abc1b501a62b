import type { ReactNode } from "react";
import type { DemoName } from "@/app/_ui/custom/demo-types";
import { DescribedDemosProvider } from "@/app/_ui/custom/demos-context";
import { BrokenDemo } from "./broken-demo";
import { describe } from "./house";

interface WithDemosProps {
  /** Of those that are used within. */
  names: readonly DemoName[];
  children: ReactNode;
}

/**
 * Describes demos to every `useDemo` within, on the server, so that its HTML holds their forms and the room
 * of their outputs. Where a demo is none (any more), the page is not found; in development it says why.
 *
 * @example <WithDemos names={["fake-diffusion"]}><Studio /></WithDemos>
 */
export async function WithDemos({ names, children }: WithDemosProps) {
  const found = await Promise.all(names.map(async (name) => ({ name, is: await describe(name) })));
  const demos = found.flatMap(({ is }) => is ?? []);
  const missing = found.find(({ is }) => !is);
  if (missing) return <BrokenDemo name={missing.name} />;
  return <DescribedDemosProvider demos={demos}>{children}</DescribedDemosProvider>;
}
