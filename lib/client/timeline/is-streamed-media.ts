/** Whether an output is sound or film that is played while it comes. */
export function isStreamedMedia({ kind, options }: { kind: string; options: object }): boolean {
  const { streaming = false } = options as { readonly streaming?: boolean };
  return (kind === "audio" || kind === "video") && streaming;
}
