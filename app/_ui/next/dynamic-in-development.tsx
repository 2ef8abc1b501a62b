import { BailoutToCSRForNextDynamic } from "next/dist/shared/lib/lazy-dynamic/dynamic-bailout-to-csr";
import type { ComponentType } from "react";
import dynamic from "./dynamic";

/**
 * Next's `dynamic` without the names of chunks that it puts into the HTML: in development its server names
 * some that it does not have, wherever something lazy lies within something lazy.
 */
const dynamicInDevelopment: typeof dynamic = (load, options) => {
  if (options?.ssr !== false) return dynamic(load, options);
  // Next has the server's copy of such a file load nothing.
  const loadAny: () => Promise<Awaited<ReturnType<typeof load>> | undefined> = load;
  const only = async () => {
    const part = (await loadAny()) ?? Nothing;
    return inBrowser("default" in part ? part.default : part);
  };
  return dynamic(only, options);
};

export default dynamicInDevelopment;

function Nothing(): null {
  return null;
}

function inBrowser<Props extends object>(Part: ComponentType<Props>): ComponentType<Props> {
  return (props) => (
    <BailoutToCSRForNextDynamic>
      <Part {...props} />
    </BailoutToCSRForNextDynamic>
  );
}
