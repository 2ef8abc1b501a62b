"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { embedEvent } from "@/lib/client/embed/embed-event";
import { embedProtocol, type FromEmbed, readToEmbed } from "@/lib/client/embed/embed-messages";
import type { RunSnapshot } from "@/lib/client/run-snapshot";

export interface BridgeProps {
  /** The origin of the page around this one. Nobody else is answered, or heard. */
  parent: string;
  snapshot: RunSnapshot;
  /** @returns why it cannot be, as a sentence */
  onRun?(inputs: { readonly [input: string]: unknown }): string | undefined;
  onStop?(): void;
}

/** Milliseconds: a page around is told ten times a second, however much happens. */
const betweenEvents = 100;

/** Ties an embed to the page around it: its height and what happens go out, run and stop come in. */
export function Bridge({ parent, snapshot, onRun, onStop }: BridgeProps) {
  const post = useEffectEvent((message: FromEmbed) => {
    window.parent.postMessage({ yieldcast: embedProtocol, ...message }, parent);
  });
  const hear = useEffectEvent(({ source, origin, data }: MessageEvent) => {
    if (source !== window.parent || origin !== parent) return;
    const message = readToEmbed(data);
    if (message?.type === "stop") onStop?.();
    if (message?.type === "run") {
      const fault = onRun?.(message.inputs);
      if (fault !== undefined) post({ type: "refused", message: fault });
    }
  });

  useEffect(() => {
    const page = document.querySelector("[data-embed]");
    const listen = (event: MessageEvent) => hear(event);
    addEventListener("message", listen);
    const watch = new ResizeObserver(() => {
      if (page) post({ type: "height", height: Math.ceil(page.getBoundingClientRect().height) });
    });
    if (page) watch.observe(page);
    post({ type: "ready" });
    return () => {
      removeEventListener("message", listen);
      watch.disconnect();
    };
  }, []);

  const told = useRef<RunSnapshot>(undefined);
  const toldAt = useRef(0);
  const tell = useEffectEvent(() => {
    post({ type: "event", event: embedEvent(snapshot, told.current, location.origin) });
    told.current = snapshot;
    toldAt.current = performance.now();
  });
  useEffect(() => {
    // That nothing was started yet is no event.
    if (snapshot === told.current || (!told.current && snapshot.phase === "idle")) return;
    const wait = toldAt.current + betweenEvents - performance.now();
    const timer = setTimeout(tell, Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [snapshot]);

  return null;
}
