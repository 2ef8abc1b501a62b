"use client";

import { useEffect, useRef, useState } from "react";
import type { OwnedRun } from "@/lib/client/owned-run";
import type { SoundStream } from "@/lib/client/recording/stream-sound";
import { elapsed } from "../given/elapsed";
import { Dot, fieldButton, GivenBox } from "../given/given-box";
import { LevelMeter, showLevel } from "../given/level-meter";
import { useFieldPart } from "../given/use-field-part";
import { endFeed, orphanWords, useRunFeed } from "../given/use-run-feed";
import type { FieldProps } from "../kind";

type State =
  | { readonly phase: "off"; readonly words: string; readonly fault?: string | undefined }
  | { readonly phase: "opening" | "open" | "feeding" | "ending" };

const words = {
  opening: "Opening the microphone",
  open: "The microphone is open; waiting for the run",
  feeding: "Listening",
  ending: "Sending the rest",
};

const off = { phase: "off", words: "Opens when you press Run" } as const;

/** A microphone that feeds the run while it goes on. */
export function AudioStreamField({ input, id, error, attach, run }: FieldProps<"audioStream">) {
  const { sampleRate, channels } = input.options;
  const [state, setState] = useState<State>(off);
  const [seconds, setSeconds] = useState(0);
  const meter = useRef<HTMLDivElement>(null);
  const microphone = useRef<MediaStream>(undefined);
  const feed = useRef<Promise<SoundStream>>(undefined);

  function fail(fault: unknown): void {
    close();
    const said = fault instanceof Error ? fault.message : String(fault);
    setState({ ...off, fault: said });
  }

  function close(): void {
    void feed.current?.then((it) => it.dispose()).catch(() => {});
    feed.current = undefined;
    for (const track of microphone.current?.getTracks() ?? []) track.stop();
    microphone.current = undefined;
    showLevel(meter.current, 0);
  }

  const latestClose = useRef(close);
  useEffect(() => () => latestClose.current(), []);

  async function open(): Promise<MediaStream> {
    const { openDevice } = await import("@/lib/client/recording/open-device");
    return openDevice({ audio: { channelCount: channels } });
  }

  useFieldPart(attach, {
    doing: () => "Opening the microphone",
    async ready() {
      setState({ phase: "opening" });
      setSeconds(0);
      try {
        microphone.current ??= await open();
        setState({ phase: "open" });
        return { value: undefined };
      } catch (error) {
        fail(error);
        return undefined;
      }
    },
    calledOff() {
      close();
      // Why it could not be opened stays.
      setState((before) => (before.phase === "off" ? before : off));
    },
  });

  async function begin(owned: OwnedRun): Promise<void> {
    try {
      const { streamSound } = await import("@/lib/client/recording/stream-sound");
      // Run was pressed before this field was there.
      const stream = microphone.current ?? (await open());
      microphone.current = stream;
      feed.current = streamSound({
        run: owned,
        input: input.name,
        stream,
        sampleRate,
        channels,
        onLevel(level, now) {
          showLevel(meter.current, level);
          setSeconds(Math.floor(now));
        },
        onChange({ phase, problem }) {
          if (phase === "closed" && problem && problem.code !== "RUN_OVER") fail(problem.message);
        },
      });
      await feed.current;
      setState({ phase: "feeding" });
    } catch (error) {
      fail(error);
      // Else the generator would wait for a microphone that never comes.
      await endFeed(owned, input.name, "sound");
    }
  }

  async function end(): Promise<void> {
    const live = feed.current;
    if (!live) return;
    setState({ phase: "ending" });
    await (await live).end();
    showLevel(meter.current, 0);
    feed.current = undefined;
    microphone.current = undefined;
    setState({ phase: "off", words: "Ended" });
  }

  useRunFeed(run, {
    begin: (owned) => void begin(owned),
    orphaned(owned) {
      setState({ phase: "off", words: orphanWords });
      void endFeed(owned, input.name, "sound");
    },
    over() {
      close();
      setState((before) => (before.phase === "off" ? before : { phase: "off", words: "Ended" }));
    },
  });

  const said = state.phase === "off" ? state.words : words[state.phase];
  return (
    <GivenBox
      {...{ input, id }}
      error={(state.phase === "off" ? state.fault : undefined) ?? error}
      stageStyle="h-24 px-4"
      stage={<LevelMeter meter={meter} />}
      actions={
        <button
          type="button"
          className={fieldButton}
          disabled={state.phase !== "feeding"}
          onClick={() => void end()}
        >
          {state.phase === "feeding" && <Dot live />}
          Stop talking
        </button>
      }
      line={
        <>
          <span aria-live="polite">{said}</span>
          <span className="num" data-elapsed>
            {seconds > 0 || state.phase === "feeding" ? elapsed(seconds) : ""}
          </span>
        </>
      }
    />
  );
}
