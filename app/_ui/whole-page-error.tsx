import type { ComponentProps } from "react";
import "../globals.css";
import { ErrorPage } from "./error-page";

/** In the place of a page whose very frame could not be made. */
export function WholePageError(props: ComponentProps<typeof ErrorPage>) {
  return (
    <html lang="en">
      <body>
        <main className="px-5 py-6 sm:px-8 sm:py-8">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  );
}
