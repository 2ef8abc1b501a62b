import dynamic from "next/dynamic";

/*
 * What a page does without at first. Of these only the examples and what is elsewhere are in the server's
 * HTML, and none is in an embed.
 */

export const RunActions = dynamic(
  () => import("./actions/run-actions").then((part) => part.RunActions),
  { ssr: false },
);
export const PastRuns = dynamic(() => import("./history/past-runs").then((part) => part.PastRuns), {
  ssr: false,
});
export const ChangedMark = dynamic(
  () => import("./changed-mark").then((part) => part.ChangedMark),
  { ssr: false },
);
export const Examples = dynamic(() => import("./examples/examples").then((part) => part.Examples));
export const Elsewhere = dynamic(() =>
  import("./elsewhere/elsewhere").then((part) => part.Elsewhere),
);
