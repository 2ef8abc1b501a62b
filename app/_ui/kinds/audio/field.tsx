"use client";

import { useEffect, useRef, useState } from "react";
import type { SoundRecording } from "@/lib/client/recording/record-sound";
import { checkFile } from "../given/check-file";
import { ChooseButton } from "../given/choose-button";
import { elapsed } from "../given/elapsed";
import { Dot, fieldButton, GivenBox } from "../given/given-box";
import { GivenLine } from "../given/given-line";
import { LevelMeter, showLevel } from "../given/level-meter";
import { durationOf } from "../given/media-duration";
import { useGivenFile } from "../given/use-given-file";
import type { FieldProps } from "../kind";

type Recorder =
  | { readonly phase: "off"; readonly fault?: string }
  | { readonly phase: "opening" }
  | { readonly phase: "on"; readonly recording: SoundRecording };

/** A sound that is recorded, chosen or dropped. */
export function AudioField({ input, id, value, onChange, error, attach }: FieldProps<"audio">) {
  const { sources = ["microphone", "upload"], maxSeconds } = input.options;
  const [recorder, setRecorder] = useState<Recorder>({ phase: "off" });
  const [seconds, setSeconds] = useState(0);
  const meter = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const live = useRef<SoundRecording>(undefined);
  useEffect(() => () => live.current?.discard(), []);

  const { given, state, url } = useGivenFile({
    input,
    value,
    onChange,
    attach,
    finish: stop,
    async prepare(file) {
      await checkFile(input, file, { converted: true });
      const { convertToWav } = await import("@/lib/client/recording/convert-to-wav");
      const whole = input.options.format === "wav" ? await convertToWav(file) : file;
      await checkFile(input, whole, { duration: await durationOf(whole, "audio") });
      return whole;
    },
  });

  async function record(): Promise<void> {
    setRecorder({ phase: "opening" });
    setSeconds(0);
    given.remove();
    try {
      const { recordSound } = await import("@/lib/client/recording/record-sound");
      live.current = await recordSound({
        maxSeconds,
        onLevel(level, now) {
          showLevel(meter.current, level);
          setSeconds(Math.floor(now));
        },
        onLimit: () => void stop(),
      });
      setRecorder({ phase: "on", recording: live.current });
    } catch (error) {
      setRecorder({ phase: "off", fault: error instanceof Error ? error.message : String(error) });
    }
  }

  async function stop(): Promise<void> {
    const recording = live.current;
    live.current = undefined;
    if (!recording) return;
    setRecorder({ phase: "off" });
    given.give(await recording.stop());
  }

  const give = (file: File) => {
    setRecorder({ phase: "off" });
    given.give(file);
  };
  const isRecording = recorder.phase === "on";
  const uploads = sources.includes("upload");
  const fault =
    recorder.phase === "off"
      ? (recorder.fault ?? ("fault" in state ? state.fault : undefined) ?? error)
      : undefined;

  return (
    <GivenBox
      {...{ input, id, box }}
      error={fault}
      stageStyle="h-24 px-4"
      onFiles={uploads && !isRecording ? ([file]) => file && give(file) : undefined}
      stage={
        recorder.phase !== "off" ? (
          <LevelMeter meter={meter} />
        ) : url ? (
          // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was just said.
          <audio controls src={url} aria-label={input.label} className="h-10 w-full" />
        ) : (
          <p className="text-center text-fine text-muted">{invitation(state.phase, uploads)}</p>
        )
      }
      actions={
        <>
          {sources.includes("microphone") && (
            <button
              type="button"
              className={fieldButton}
              disabled={recorder.phase === "opening"}
              onClick={() => void (isRecording ? stop() : record())}
            >
              <Dot live={isRecording} />
              {isRecording ? "Stop" : state.phase === "empty" ? "Record" : "Record again"}
            </button>
          )}
          {uploads && (
            <ChooseButton accept="audio/*" onFile={give} disabled={recorder.phase !== "off"}>
              Choose a file
            </ChooseButton>
          )}
        </>
      }
      line={
        recorder.phase === "off" ? (
          <GivenLine
            {...{ given, state }}
            taken={maxSeconds ? `Up to ${elapsed(maxSeconds)}` : ""}
          />
        ) : (
          <>
            <span aria-live="polite">{isRecording ? "Recording" : "Opening the microphone"}</span>
            <span className="num" data-elapsed>
              {elapsed(seconds, maxSeconds)}
            </span>
          </>
        )
      }
    />
  );
}

function invitation(phase: string, uploads: boolean): string {
  if (phase === "earlier")
    return "Given before this page was loaded again; it cannot be played here.";
  return uploads ? "Record something, or drop a sound here" : "Record something";
}
