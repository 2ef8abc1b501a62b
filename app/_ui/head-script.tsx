import { holdEarlyRun } from "./early";
import { applyLook } from "./look";
import { themeKey } from "./theme-key";

/** What must not wait for the page's scripts: it stands in the page itself. */
export function HeadScript({ nonce }: { nonce: string | undefined }) {
  const script = `(${applyLook})(${JSON.stringify(themeKey)});(${holdEarlyRun})()`;
  return (
    <script
      nonce={nonce}
      // A browser hides a script's nonce from the page, which React would take for a difference.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: these are functions of ours, nobody's input.
      dangerouslySetInnerHTML={{ __html: script }}
    />
  );
}
