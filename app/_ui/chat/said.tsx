"use client";

import { lazy, memo, Suspense } from "react";
import { patiently } from "../patiently";

const Markdown = lazy(() =>
  patiently(() => import("../kinds/markdown/streaming-markdown")).then((kind) => ({
    default: kind.StreamingMarkdown,
  })),
);

interface SaidProps {
  /** Markdown. */
  text: string;
  /** Whether more may come. */
  live: boolean;
}

/** What is said in a message, as it streams. Until its code has come, it stands there as it was written. */
export const Said = memo(function Said({ text, live }: SaidProps) {
  const plain = (
    <div className="text-body [overflow-wrap:anywhere] whitespace-pre-wrap">{text}</div>
  );
  return (
    <Suspense fallback={plain}>
      <Markdown text={text} live={live} />
    </Suspense>
  );
});
