"use client";

import { useEffect, useRef, useState } from "react";
import type { PrepareContext } from "@/lib/client/given-file";
import type { VideoRecording } from "@/lib/client/recording/record-video";
import { CameraView } from "../given/camera-view";
import { checkFile } from "../given/check-file";
import { ChooseButton } from "../given/choose-button";
import { elapsed } from "../given/elapsed";
import { Dot, fieldButton, GivenBox } from "../given/given-box";
import { GivenLine } from "../given/given-line";
import { durationOf } from "../given/media-duration";
import { useCamera } from "../given/use-camera";
import { useGivenFile } from "../given/use-given-file";
import type { FieldProps } from "../kind";

/** A video that is recorded, chosen or dropped. */
export function VideoField({ input, id, value, onChange, error, attach }: FieldProps<"video">) {
  const { sources = ["webcam", "upload"], maxSeconds, format } = input.options;
  const camera = useCamera({ audio: true });
  const video = useRef<HTMLVideoElement>(null);
  const recording = useRef<VideoRecording>(undefined);
  /** Files that came from here: they are to be MP4 also where files may be what they are. */
  const recorded = useRef(new WeakSet<File>());
  const [seconds, setSeconds] = useState<number>();
  const isRecording = seconds !== undefined;

  const { given, state, url } = useGivenFile({
    input,
    value,
    onChange,
    attach,
    finish: stop,
    async prepare(file, context) {
      await checkFile(input, file, { converted: true });
      const whole = await converted(file, context);
      await checkFile(input, whole, { duration: await durationOf(whole, "video") });
      return whole;
    },
  });

  async function converted(file: File, context: PrepareContext): Promise<File> {
    const isOwn = recorded.current.has(file);
    if (!format && !isOwn) return file;
    const { convertVideo } = await import("@/lib/client/recording/convert-video");
    try {
      return await convertVideo(file, { format: format ?? "mp4", recorded: isOwn, ...context });
    } catch (error) {
      // A demo that takes any format takes what this browser has recorded.
      if (format || context.signal.aborted) throw error;
      return file;
    }
  }

  async function record(stream: MediaStream): Promise<void> {
    const { recordVideo } = await import("@/lib/client/recording/record-video");
    try {
      recording.current = recordVideo({ stream, format: format ?? "mp4" });
      setSeconds(0);
    } catch (error) {
      camera.close(error instanceof Error ? error.message : String(error));
    }
  }

  async function stop(): Promise<void> {
    const live = recording.current;
    recording.current = undefined;
    if (!live) return;
    const file = await live.stop();
    recorded.current.add(file);
    give(file);
  }

  const latestStop = useRef(stop);
  useEffect(() => {
    latestStop.current = stop;
  });
  useEffect(() => {
    if (!isRecording) return;
    const began = performance.now();
    const timer = setInterval(() => {
      const now = (performance.now() - began) / 1000;
      setSeconds(now);
      if (maxSeconds !== undefined && now >= maxSeconds) void latestStop.current();
    }, 100);
    return () => clearInterval(timer);
  }, [isRecording, maxSeconds]);
  useEffect(() => () => recording.current?.discard(), []);

  function give(file: File): void {
    setSeconds(undefined);
    camera.close();
    given.give(file);
  }

  const uploads = sources.includes("upload");
  const { phase } = camera.state;
  const ownFault =
    (camera.state.phase === "off" ? camera.state.fault : undefined) ??
    ("fault" in state ? state.fault : undefined);

  return (
    <GivenBox
      {...{ input, id }}
      error={ownFault ?? error}
      stageStyle="aspect-video max-h-80 w-full"
      onFiles={uploads && !isRecording ? ([file]) => file && give(file) : undefined}
      stage={
        camera.state.phase === "on" ? (
          <CameraView stream={camera.state.stream} video={video} mirrored />
        ) : url ? (
          // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was just recorded.
          <video
            controls
            playsInline
            src={url}
            aria-label={input.label}
            className="absolute inset-0 size-full object-contain"
          />
        ) : (
          <p className="px-4 text-center text-fine text-muted">
            {state.phase === "earlier"
              ? "Given before this page was loaded again; it cannot be shown here."
              : uploads
                ? "Record something, or drop a video here"
                : "Record something"}
          </p>
        )
      }
      actions={
        camera.state.phase === "on" ? (
          <RecordButtons
            isRecording={isRecording}
            onRecord={() => camera.state.phase === "on" && void record(camera.state.stream)}
            onStop={() => void stop()}
            onClose={() => camera.close()}
          />
        ) : (
          <>
            {sources.includes("webcam") && (
              <button
                type="button"
                className={fieldButton}
                disabled={phase === "opening"}
                onClick={() => void camera.open()}
              >
                Webcam
              </button>
            )}
            {uploads && (
              <ChooseButton accept="video/*,.mkv,.ts" onFile={give}>
                Choose a file
              </ChooseButton>
            )}
          </>
        )
      }
      line={
        phase === "off" ? (
          <GivenLine
            {...{ given, state }}
            taken={maxSeconds === undefined ? "" : `Up to ${elapsed(maxSeconds)}`}
          />
        ) : (
          <>
            <span aria-live="polite">
              {isRecording
                ? "Recording"
                : phase === "on"
                  ? "The webcam is on"
                  : "Opening the webcam"}
            </span>
            {isRecording && (
              <span className="num" data-elapsed>
                {elapsed(seconds, maxSeconds)}
              </span>
            )}
          </>
        )
      }
    />
  );
}

interface RecordButtonsProps {
  isRecording: boolean;
  onRecord(): void;
  onStop(): void;
  onClose(): void;
}

function RecordButtons({ isRecording, onRecord, onStop, onClose }: RecordButtonsProps) {
  return (
    <>
      <button type="button" className={fieldButton} onClick={isRecording ? onStop : onRecord}>
        <Dot live={isRecording} />
        {isRecording ? "Stop recording" : "Record"}
      </button>
      {!isRecording && (
        <button type="button" className={fieldButton} onClick={onClose}>
          Close
        </button>
      )}
    </>
  );
}
