import type { DemoDescription } from "@/lib/demo/describe";

/** Whether a demo's timeline has pictures. */
export function hasFilm({ outputs }: DemoDescription): boolean {
  return outputs.some(({ kind }) => kind === "image");
}
