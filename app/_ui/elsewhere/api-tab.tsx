"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useState } from "react";
import { snippets } from "@/lib/client/snippets";
import { playgroundAddress } from "@/lib/client/snippets/playground-address";
import { Icon } from "../icon";
import { CodeBox } from "./code-box";
import type { PanelProps } from "./tabs";
import { Toggle } from "./toggle";

const linkStyle =
  "flex items-center gap-1 rounded-part text-muted transition-colors hover:text-text";

/** Programs that run the demo with the inputs on screen, as they are typed. */
export function ApiTab({ demo, values, use, origin }: PanelProps) {
  const [chosen, setChosen] = useState("curl");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const outputs = demo.outputs.filter(({ name }) => !left.has(name)).map(({ name }) => name);
  const api = new URL("/api/graphql", origin).href;
  const given = { parts: use.parts, values, api, outputs };
  const made = snippets(given);
  const playground = playgroundAddress(given);

  function toggle(name: string): void {
    const next = new Set(left);
    if (!next.delete(name)) next.add(name);
    // A subscription must ask for something.
    if (next.size < demo.outputs.length) setLeft(next);
  }

  return (
    <Tabs.Root value={chosen} onValueChange={setChosen}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Tabs.List
          aria-label="Language"
          activateOnFocus
          className="-mx-2 flex max-w-full overflow-x-auto"
        >
          {[...made, { id: "types", title: "Types" }].map(({ id, title }) => (
            <Tabs.Tab key={id} value={id} className={languageStyle}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {playground !== undefined && (
          <a href={playground} target="_blank" rel="noreferrer" className={linkStyle}>
            Open in the playground
            <Icon name="open" />
          </a>
        )}
      </div>
      {made.map(({ id, file, language, code }) => (
        <Tabs.Panel key={id} value={id} tabIndex={-1}>
          <CodeBox name={file} code={code} language={language} wrap={language === "sh"} />
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="types" tabIndex={-1}>
        <CodeBox name="schema.graphql" language="graphql" code={`${use.types}\n`} />
      </Tabs.Panel>
      {demo.outputs.length > 1 && (
        <fieldset className="mt-4 flex flex-wrap items-center gap-2">
          <legend className="float-left mr-2 py-1 text-muted">Ask for</legend>
          {demo.outputs.map(({ name, label }) => (
            <Toggle key={name} pressed={!left.has(name)} onToggle={() => toggle(name)}>
              {label}
            </Toggle>
          ))}
        </fieldset>
      )}
    </Tabs.Root>
  );
}

const languageStyle =
  "shrink-0 rounded-part px-2 py-1 text-muted transition-colors hover:text-text focus-visible:-outline-offset-2 data-active:font-medium data-active:text-text data-active:underline data-active:decoration-2 data-active:underline-offset-8";
