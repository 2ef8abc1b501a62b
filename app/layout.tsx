import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { HeadScript } from "./_ui/head-script";
import { fontVariables } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Yieldcast", template: "%s · Yieldcast" },
  description: "Write an async generator. Get a live page.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#121110" },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  // Reading the request also keeps every page dynamic, as its scripts carry a nonce of their own.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The script below sets attributes on this element before React sees it.
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        <HeadScript nonce={nonce} />
      </head>
      <body>{children}</body>
    </html>
  );
}
