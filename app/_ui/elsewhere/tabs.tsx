"use client";

import { Tabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import type { DemoUse } from "@/lib/demo/demo-use";
import { buttonStyle } from "../button-style";
import { ApiTab } from "./api-tab";
import type { ElsewhereProps } from "./elsewhere";
import { EmbedTab } from "./embed-tab";
import { SourceTab } from "./source-tab";
import { type TabName, tabLabels, tabStyle } from "./tab-names";
import { useDemoUse } from "./use-demo-use";

interface ElsewhereTabsProps extends ElsewhereProps {
  tab: TabName;
  onChoose(tab: TabName): void;
}

const panels = {
  api: ApiTab,
  embed: EmbedTab,
  source: SourceTab,
} satisfies Record<TabName, (props: PanelProps) => ReactNode>;

export interface PanelProps extends ElsewhereProps {
  use: DemoUse;
  /** Of the site: `https://demos.example.org`. */
  origin: string;
}

export function ElsewhereTabs({ demo, values, tab, onChoose }: ElsewhereTabsProps) {
  const asked = useDemoUse(demo.name);
  return (
    <Tabs.Root value={tab} onValueChange={(next) => onChoose(next as TabName)}>
      <Tabs.List aria-label="Use it elsewhere" activateOnFocus className={tabStyle.list}>
        {Object.entries(tabLabels).map(([name, label]) => (
          <Tabs.Tab key={name} value={name} className={tabStyle.tab}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {Object.entries(panels).map(([name, Panel]) => (
        <Tabs.Panel key={name} value={name} className="mt-5 rounded-part">
          {asked.state === "known" && (
            <Panel
              demo={demo}
              values={values}
              use={asked.use}
              origin={asked.use.origin ?? location.origin}
            />
          )}
          {asked.state === "failed" && (
            <div role="alert" className="flex flex-wrap items-center gap-4">
              <p className="text-bad">This could not be loaded: the server was not reached.</p>
              <button type="button" className={buttonStyle.small} onClick={asked.retry}>
                Try again
              </button>
            </div>
          )}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
