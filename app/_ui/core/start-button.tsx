"use client";

import { LiveButton } from "../live-button";
import { RunButton } from "../run-button";
import type { DemoCore } from "./demo-core";

/** Run and Stop; of a demo that runs by itself, what it needs of them. */
export function StartButton({ core }: { core: DemoCore }) {
  const { demo, active, waiting, snapshot, pressedAt, store } = core;
  return demo.live ? (
    <LiveButton active={active} pressedAt={pressedAt} onStop={store.stop} />
  ) : (
    <RunButton
      active={active}
      waiting={waiting}
      stopping={snapshot.stopping}
      onStop={() => core.stop?.()}
    />
  );
}
