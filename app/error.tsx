"use client";

import { buttonStyle } from "./_ui/button-style";
import { MessagePage } from "./_ui/message-page";

/** What is said of the error lies in the server's log, under its digest. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <main className="px-5 py-6 sm:px-8 sm:py-8">
      <MessagePage title="This page has failed">
        <p>
          It is not your doing.{" "}
          {error.digest
            ? `The server's log has the reason under ${error.digest}.`
            : "The browser's console has the reason."}
        </p>
        <button type="button" className={buttonStyle.small} onClick={retry}>
          Try again
        </button>
      </MessagePage>
    </main>
  );
}
