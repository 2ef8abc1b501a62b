"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Has the server render the page again every so many seconds while somebody looks at it. */
export function Refresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
