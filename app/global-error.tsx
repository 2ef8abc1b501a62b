"use client";

import { type ComponentProps, lazy } from "react";

// Hardly any visit needs it. Next's own is 2 kB of every page.
const WholePageError = lazy(() =>
  import("./_ui/whole-page-error").then((part) => ({ default: part.WholePageError })),
);

export default function GlobalError(props: ComponentProps<typeof WholePageError>) {
  return <WholePageError {...props} />;
}
