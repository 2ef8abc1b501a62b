"use client";

import { useEffect, useRef, useState } from "react";
import type { OwnedRun } from "@/lib/client/owned-run";
import type { PictureStream } from "@/lib/client/recording/stream-pictures";
import { CameraView } from "../given/camera-view";
import { ChooseButton } from "../given/choose-button";
import { Dot, fieldButton, GivenBox } from "../given/given-box";
import { useCamera } from "../given/use-camera";
import { useFieldPart } from "../given/use-field-part";
import { useObjectUrl } from "../given/use-object-url";
import { endFeed, orphanWords, useRunFeed } from "../given/use-run-feed";
import type { FieldProps } from "../kind";

type Feeding =
  | {
      readonly phase: "off";
      readonly words?: string | undefined;
      readonly fault?: string | undefined;
    }
  | {
      readonly phase: "feeding" | "ending";
      readonly pictures: number;
      readonly part?: number | undefined;
    };

/** The webcam, or a video file, whose pictures feed the run while it goes on. */
export function ImageStreamField({ input, id, error, attach, run }: FieldProps<"imageStream">) {
  const { every, maxWidth, sources } = input.options;
  const [file, setFile] = useState<File>();
  const [feeding, setFeeding] = useState<Feeding>({ phase: "off" });
  const camera = useCamera({ audio: false });
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<PictureStream>(undefined);
  const url = useObjectUrl(file);
  const source = useRef({ file, camera });
  useEffect(() => {
    source.current = { file, camera };
  });

  const webcam = sources.includes("webcam");
  const uploads = sources.includes("upload");

  useFieldPart(attach, {
    doing: () => (file ? undefined : "Opening the webcam"),
    async ready() {
      setFeeding({ phase: "off" });
      if (file) return { value: undefined };
      if (!webcam) {
        setFeeding({ phase: "off", fault: "Choose a video first." });
        return undefined;
      }
      const open = camera.state.phase === "on" || (await camera.open()) !== undefined;
      return open ? { value: undefined } : undefined;
    },
    calledOff: camera.letGo,
  });

  async function begin(owned: OwnedRun): Promise<void> {
    try {
      const { streamCamera, streamFile } = await import("@/lib/client/recording/stream-pictures");
      if (!source.current.file && source.current.camera.state.phase !== "on") {
        // Run was pressed before this field was there.
        if (!(await source.current.camera.open())) throw undefined;
      }
      const element = video.current;
      if (!element) throw new Error("The webcam's picture is not there. Run again.");
      setFeeding({ phase: "feeding", pictures: 0 });
      const start = source.current.file ? streamFile : streamCamera;
      stream.current = start({
        run: owned,
        input: input.name,
        video: element,
        every,
        maxWidth,
        onPicture: (pictures, part) =>
          setFeeding((before) =>
            before.phase === "off" ? before : { phase: before.phase, pictures, part },
          ),
        onChange({ phase, problem }) {
          if (phase === "closed" && problem && problem.code !== "RUN_OVER") finish(problem.message);
        },
      });
      await stream.current.ended;
      finish();
    } catch (error) {
      finish(error instanceof Error ? error.message : undefined);
      // Else the generator would wait for pictures that never come.
      await endFeed(owned, input.name, "camera");
    }
  }

  function finish(fault?: string): void {
    stream.current?.dispose();
    stream.current = undefined;
    if (!source.current.file)
      source.current.camera.close(
        source.current.camera.state.phase === "off" ? source.current.camera.state.fault : undefined,
      );
    setFeeding((before) =>
      before.phase === "off" && !fault
        ? before
        : {
            phase: "off",
            fault,
            words: "pictures" in before ? endWords(before.pictures) : undefined,
          },
    );
  }

  const latestFinish = useRef(() => stream.current?.dispose());
  useEffect(() => () => latestFinish.current(), []);

  useRunFeed(run, {
    begin: (owned) => void begin(owned),
    orphaned(owned) {
      setFeeding({ phase: "off", words: orphanWords });
      void endFeed(owned, input.name, "camera");
    },
    over: () => finish(),
  });

  async function end(): Promise<void> {
    setFeeding((before) => (before.phase === "off" ? before : { ...before, phase: "ending" }));
    await stream.current?.end();
  }

  const busy = feeding.phase !== "off" || camera.state.phase !== "off";
  const fault =
    (feeding.phase === "off" ? feeding.fault : undefined) ??
    (camera.state.phase === "off" ? camera.state.fault : undefined);
  return (
    <GivenBox
      {...{ input, id }}
      error={fault ?? error}
      stageStyle="aspect-video max-h-80 w-full"
      onFiles={uploads && !busy ? ([chosen]) => chosen && setFile(chosen) : undefined}
      stage={
        camera.state.phase === "on" ? (
          <CameraView stream={camera.state.stream} video={video} mirrored={false} />
        ) : url ? (
          <video
            ref={video}
            src={url}
            muted
            playsInline
            preload="auto"
            aria-label={`${input.label}: ${file?.name}`}
            className="absolute inset-0 size-full object-contain"
          />
        ) : (
          <p className="px-4 text-center text-fine text-muted">{invitation(webcam, uploads)}</p>
        )
      }
      actions={
        feeding.phase !== "off" ? (
          <button
            type="button"
            className={fieldButton}
            disabled={feeding.phase === "ending"}
            onClick={() => void end()}
          >
            <Dot live />
            End the stream
          </button>
        ) : (
          <>
            {webcam && file && (
              <button type="button" className={fieldButton} onClick={() => setFile(undefined)}>
                Use the webcam
              </button>
            )}
            {uploads && (
              <ChooseButton accept="video/*,.mkv" onFile={setFile} disabled={busy}>
                {file ? "Choose another" : "Choose a video"}
              </ChooseButton>
            )}
          </>
        )
      }
      line={
        <>
          <span aria-live="polite" className="min-w-0 truncate">
            {wordsFor(feeding, camera.state.phase, file) ??
              (webcam ? "The webcam opens when you press Run" : "")}
          </span>
          <span className="num shrink-0" data-pictures>
            {feeding.phase === "off" ? "" : picturesIn(feeding)}
          </span>
        </>
      }
    />
  );
}

function picturesIn({ pictures, part }: { pictures: number; part?: number | undefined }): string {
  return part === undefined ? `${pictures}` : `${pictures} · ${Math.round(part * 100)} %`;
}

function endWords(pictures: number): string {
  return `Ended after ${pictures.toLocaleString("en")} ${pictures === 1 ? "picture" : "pictures"}`;
}

function wordsFor(feeding: Feeding, camera: string, file: File | undefined): string | undefined {
  if (feeding.phase === "feeding") return "Sending pictures";
  if (feeding.phase === "ending") return "Ending";
  if (camera === "opening") return "Opening the webcam";
  if (camera === "on") return "The webcam is on; waiting for the run";
  return (feeding.phase === "off" ? feeding.words : undefined) ?? file?.name;
}

function invitation(webcam: boolean, uploads: boolean): string {
  if (!webcam) return "Choose a video, or drop one here";
  return uploads ? "Your webcam, or a video that you drop here" : "Your webcam";
}
