"use client";

import { Elsewhere as ElsewhereTabs, PastRuns, RunActions } from "../lazy-parts";
import { RunLink } from "../run-link";
import { useRunTitle } from "../use-run-title";
import { type AnyUsedDemo, inside } from "./used-demo";

interface PartProps {
  of: AnyUsedDemo;
  className?: string;
}

/** The runs of the demo that were started in this browser; one that is chosen is shown, and fills the form. */
export function History({ of, className }: PartProps) {
  const { core } = of[inside];
  const { demo, snapshot, store, shown } = core;
  return (
    <div className={className}>
      <PastRuns
        {...{ demo, snapshot, store }}
        given={shown?.inputs}
        started={shown?.started === true}
        opened={shown?.past?.id}
        changed={demo.inputs.filter(({ name }) => core.isChanged(name)).length}
        onOpen={core.open}
      />
    </div>
  );
}

/** What can be done with the run: again, with a new seed, share it, be told of its end, open its own page. */
export function Actions({ of, className }: PartProps) {
  const { core, timeline } = of[inside];
  const { demo, snapshot, shown } = core;
  return (
    <div className={`@container min-w-0 ${className ?? ""}`}>
      {/* Two lines where it is narrow; their room is there before they are. */}
      <div className="flex min-h-18 flex-wrap items-center gap-x-6 @sm:min-h-12">
        <RunActions
          {...{ demo, snapshot }}
          given={shown?.inputs}
          instant={timeline.instant}
          onAgain={core.again}
          onNewSeed={core.newSeed}
        />
        <RunLink run={snapshot.run?.id} />
      </div>
    </div>
  );
}

/** Puts the run's state in front of the page's title, where a tab in the background shows it. */
export function TabTitle({ of, title }: { of: AnyUsedDemo; title?: string }) {
  const { demo, snapshot } = of[inside].core;
  useRunTitle(title ?? demo.title, snapshot);
  return null;
}

/** How the demo is used elsewhere, with the inputs on screen: API, Embed and Source. */
export function Elsewhere({ of }: { of: AnyUsedDemo }) {
  const { demo, form } = of[inside].core;
  return <ElsewhereTabs demo={demo} values={form.values} />;
}
