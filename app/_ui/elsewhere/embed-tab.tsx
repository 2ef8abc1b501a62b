"use client";

import { useDeferredValue, useId, useState } from "react";
import { type EmbedLook, embedAddress, iframeCode, scriptCode } from "../share/embed-code";
import { CodeBox } from "./code-box";
import type { PanelProps } from "./tabs";
import { Toggle } from "./toggle";
import { useFittedFrame } from "./use-fitted-frame";

const themes = [
  { theme: undefined, words: "As the visitor's system" },
  { theme: "light", words: "Light" },
  { theme: "dark", words: "Dark" },
] as const;

const corners = [
  { radius: 0, words: "Square" },
  { radius: undefined, words: "Round" },
  { radius: 20, words: "Rounder" },
] as const;

/** The demo in another page: its code, its look, and what it comes to. */
export function EmbedTab({ demo, values, origin }: PanelProps) {
  const [look, setLook] = useState<EmbedLook>({});
  const id = useId();
  const [way, setWay] = useState<"script" | "frame">("script");
  const write = way === "script" ? scriptCode : iframeCode;
  const fitted = useFittedFrame();
  // Not at every letter that is typed into the form.
  const shown = useDeferredValue(embedAddress({ demo, origin: location.origin, values, look }));
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div className="grid min-w-0 content-start gap-4">
        <Choice legend="Theme">
          {themes.map(({ theme, words }) => (
            <Toggle
              key={words}
              pressed={look.theme === theme}
              onToggle={() => setLook({ ...look, theme })}
            >
              {words}
            </Toggle>
          ))}
        </Choice>
        <Choice legend="Corners">
          {corners.map(({ radius, words }) => (
            <Toggle
              key={words}
              pressed={look.radius === radius}
              onToggle={() => setLook({ ...look, radius })}
            >
              {words}
            </Toggle>
          ))}
        </Choice>
        <div className="flex items-center gap-3">
          <label htmlFor={id} className="w-20 text-muted">
            Accent
          </label>
          <input
            id={id}
            type="color"
            value={look.accent ?? "#ff7c00"}
            onChange={({ target }) => setLook({ ...look, accent: target.value })}
            className="h-8 w-12 rounded-part border border-edge bg-panel p-0.5"
          />
        </div>
        <Choice legend="Code">
          <Toggle pressed={way === "script"} onToggle={() => setWay("script")}>
            Script
          </Toggle>
          <Toggle pressed={way === "frame"} onToggle={() => setWay("frame")}>
            Frame
          </Toggle>
        </Choice>
        <CodeBox
          name="embed.html"
          language="html"
          code={write({ demo, origin, values, look, height: fitted.height })}
          className="h-64"
        />
        <p className="text-fine text-muted">
          {way === "script"
            ? "The script fits the demo to its height and lets the page around it listen and run it."
            : "The frame has a fixed height; what is longer scrolls within."}
        </p>
      </div>
      <iframe
        title={`${demo.title}, embedded`}
        src={shown}
        onLoad={fitted.onLoad}
        style={{ height: fitted.height === undefined ? "34rem" : fitted.height + 2 }}
        className="hairline w-full rounded-box"
      />
    </div>
  );
}

function Choice({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex items-start gap-3">
      <legend className="float-left w-20 shrink-0 py-1.5 text-muted">{legend}</legend>
      <div className="flex flex-wrap gap-2">{children}</div>
    </fieldset>
  );
}
