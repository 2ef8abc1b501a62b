"use client";

import { useEffect, useState } from "react";
import { ageWords } from "../history/past-run-words";

/** How long ago a run was called for. The server, whose clock is another one, says nothing. */
export function RunAge({ createdAt }: { createdAt: number }) {
  const [words, setWords] = useState("");
  useEffect(() => {
    const look = () => {
      const age = ageWords(createdAt, Date.now());
      setWords(age === "now" ? "just now" : `${age} ago`);
    };
    look();
    const timer = setInterval(look, 30_000);
    return () => clearInterval(timer);
  }, [createdAt]);
  return <span className="num truncate text-fine text-muted">{words}</span>;
}
