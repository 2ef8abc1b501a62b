import dynamic from "next/dynamic";

/*
 * What a page does without at first: it is neither in the server's HTML, but for the note of a fork and the examples, nor
 * ever in an embed.
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
export const ForkNote = dynamic(() => import("./fork-note").then((part) => part.ForkNote));
export const Examples = dynamic(() => import("./examples/examples").then((part) => part.Examples));
export const Elsewhere = dynamic(() =>
  import("./elsewhere/elsewhere").then((part) => part.Elsewhere),
);
/** Of embeds alone, where the page around one is to hear of it. */
export const Bridge = dynamic(() => import("./embed/bridge").then((part) => part.Bridge), {
  ssr: false,
});
