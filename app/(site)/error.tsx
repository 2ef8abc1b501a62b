"use client";

import { type ComponentProps, lazy } from "react";

// Hardly any visit needs it.
const ErrorPage = lazy(() =>
  import("@/app/_ui/error-page").then((part) => ({ default: part.ErrorPage })),
);

export default function PageError(props: ComponentProps<typeof ErrorPage>) {
  return <ErrorPage {...props} />;
}
