"use client";

import { useLayoutEffect } from "react";
import { buttonStyle } from "./button-style";
import { applyLook } from "./look";
import { MessagePage } from "./message-page";
import { themeKey } from "./theme-key";

interface ErrorPageProps {
  /** Of the server's error only its digest is known, under which its log has the rest. */
  error: Error & { digest?: string };
  retry: () => void;
}

export function ErrorPage({ error, retry }: ErrorPageProps) {
  // Where the server has failed React makes the page anew, without the script that sets the theme.
  useLayoutEffect(() => applyLook(themeKey), []);
  const place = error.digest ? `The server's log has the reason under ${error.digest}.` : "";
  return (
    <MessagePage title="This page has failed">
      <p>It is not your doing. {place || "The browser's console has the reason."}</p>
      <div className="flex gap-4">
        <button type="button" className={buttonStyle.small} onClick={retry}>
          Try again
        </button>
        <a href="/" className={buttonStyle.small}>
          See all demos
        </a>
      </div>
    </MessagePage>
  );
}
