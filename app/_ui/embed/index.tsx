"use client";

import dynamic from "next/dynamic";

// Each is a chunk of its own: most embeds show no run, and many tell nobody.

/** One run in another site's page. */
export const EmbeddedRun = dynamic(() => import("./embedded-run").then((part) => part.EmbeddedRun));

/** What ties an embed to the page around it. */
export const Bridge = dynamic(() => import("./bridge").then((part) => part.Bridge), { ssr: false });
