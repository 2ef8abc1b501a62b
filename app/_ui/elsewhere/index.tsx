"use client";

import dynamic from "next/dynamic";

/** Of a chunk of its own: `dynamic` parts nothing where a server's component calls it. */
export const Elsewhere = dynamic(() => import("./elsewhere").then((part) => part.Elsewhere));
