"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { FeedSender } from "@/lib/client/feed-sender";
import type { OwnedRun } from "@/lib/client/owned-run";
import { createRunMemory } from "@/lib/client/run-memory";
import { createSessionMemory } from "@/lib/client/session-memory";
import type { DemoDescription } from "@/lib/demo/describe";
import { controlKind } from "@/lib/kinds/control-inputs";
import { isFed } from "@/lib/kinds/is-fed";
import type { FieldRun } from "./kinds/kind";

export interface Feeding {
  /** For the fields that feed a run by themselves. */
  readonly run: FieldRun;
  /** This page starts a run. */
  starts(): void;
  /** An input was changed: a control that is fed tells the run. Gives whether it does. */
  change(input: string, value: unknown): boolean;
}

export interface FeedingOptions {
  active: boolean;
  /** The run, once it goes on and where this tab may feed it. */
  owned: OwnedRun | undefined;
  /** Under what name the tab remembers the run. */
  memory: string;
}

/** What is fed to the run on show while it goes on. */
export function useFeeding(
  demo: DemoDescription,
  { active, owned, memory }: FeedingOptions,
): Feeding {
  const [startedHere, setStartedHere] = useState(false);
  const run = useMemo(() => ({ active, startedHere, owned }), [active, startedHere, owned]);
  const controls = useRef<Controls>(undefined);
  /** Changed before the run goes on. */
  const early = useRef(new Map<string, unknown>());

  useEffect(() => {
    if (!active) early.current.clear();
  }, [active]);
  useEffect(() => {
    if (!owned) return;
    const feeding = createControls(owned);
    controls.current = feeding;
    for (const [input, value] of early.current) feeding.push(input, value);
    early.current.clear();
    return () => {
      controls.current = undefined;
      feeding.dispose();
    };
  }, [owned]);

  return {
    run,
    starts: () => setStartedHere(true),
    change(name, value) {
      const input = demo.inputs.find((each) => each.name === name);
      if (!active || !input || !isFed(input)) return false;
      if (!controlKind(input)?.accepts(value, input.options)) return false;
      createRunMemory(memory, createSessionMemory()).changed(name, value);
      if (controls.current) controls.current.push(name, value);
      else early.current.set(name, value);
      return true;
    },
  };
}

interface Controls {
  push(input: string, value: unknown): void;
  dispose(): void;
}

/** One sender for each control that is moved. Of what is moved faster than it can be sent, the newest. */
function createControls(run: OwnedRun): Controls {
  const senders = new Map<string, Promise<FeedSender>>();
  async function open(input: string): Promise<FeedSender> {
    const [{ createFeedSender }, { onWake }] = await Promise.all([
      import("@/lib/client/feed-sender"),
      import("@/lib/client/wake"),
    ]);
    return createFeedSender({ run, input, sort: "control", onWake });
  }
  return {
    push(input, value) {
      let sender = senders.get(input);
      if (!sender) {
        sender = open(input);
        senders.set(input, sender);
      }
      void sender.then((it) => it.push(value));
    },
    dispose() {
      for (const sender of senders.values()) void sender.then((it) => it.dispose());
    },
  };
}
