import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { patiently } from "../patiently";

interface Options {
  ssr?: boolean;
  loading?: () => ReactNode;
}

/**
 * Next's `dynamic` as the browser needs it, in whose place next.config.js puts it: Next's own brings along
 * 2 kB of what only its server does. It must draw the same tree, or nothing of it is taken over.
 */
export default function dynamic<Props extends object>(
  load: () => Promise<ComponentType<Props> | { default: ComponentType<Props> }>,
  { ssr = true, loading: Loading }: Options = {},
): ComponentType<Props> {
  const Part = lazy(async () => {
    const part = await patiently(async () => load());
    return "default" in part ? part : { default: part };
  }) as unknown as ComponentType<Props>;
  // biome-ignore lint/correctness/noComponentHookFactories: once for each file that asks, as Next's.
  function Dynamic(props: Props) {
    if (!ssr) {
      return (
        <Suspense fallback={Loading && <Loading />}>
          <Part {...props} />
        </Suspense>
      );
    }
    const drawn = (
      <>
        {/* On the server something here names the chunks, and ids that React makes count children. */}
        {null}
        <Part {...props} />
      </>
    );
    return Loading ? <Suspense fallback={<Loading />}>{drawn}</Suspense> : drawn;
  }
  return Dynamic;
}
