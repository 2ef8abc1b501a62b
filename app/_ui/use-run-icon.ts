"use client";

import { useEffect, useRef } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";

/** So many steps the ring has, and so often it is drawn at most: a tab's icon is not cheap to change. */
const steps = 24;
const leastMs = 500;

/** While a run goes on the tab's icon is a ring that fills; at its end, the site's own again. */
export function useRunIcon({ phase, run }: RunSnapshot): void {
  const active = phase !== "idle" && !isOver(phase);
  const { value = 0, total } = run?.progress ?? {};
  // Of a run that says nothing of its progress a quarter is lit.
  const part = total ? Math.min(1, Math.max(0, value / total)) : 0.25;
  const step = active ? Math.round(part * steps) : undefined;
  const drawnAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    if (step === undefined) return;
    const wait = drawnAt.current + leastMs - performance.now();
    const timer = setTimeout(
      () => {
        drawnAt.current = performance.now();
        showIcon(ringIcon(step / steps));
      },
      Math.max(0, wait),
    );
    return () => clearTimeout(timer);
  }, [step]);

  useEffect(() => (active ? restoreIcons : undefined), [active]);
}

/** Each of the page's icons, with where it was. */
const originals = new Map<HTMLLinkElement, string>();

function showIcon(address: string): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel~=icon]")) {
    if (!originals.has(link)) originals.set(link, link.href);
    link.href = address;
  }
}

function restoreIcons(): void {
  for (const [link, address] of originals) link.href = address;
  originals.clear();
}

/**
 * A ring as the address of a picture.
 *
 * @param part how much of it is lit, from 0 to 1
 */
export function ringIcon(part: number): string {
  const radius = 10;
  const length = 2 * Math.PI * radius;
  const ring = `cx="13" cy="13" r="${radius}" fill="none" stroke-width="5"`;
  const lit = `stroke-dasharray="${(part * length).toFixed(2)} ${length.toFixed(2)}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26"><circle ${ring} stroke="#8f897f" opacity=".45"/><circle ${ring} stroke="#ff7c00" ${lit} transform="rotate(-90 13 13)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
