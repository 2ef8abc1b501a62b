"use client";

import { useRef, useState } from "react";
import { CameraView } from "../given/camera-view";
import { checkFile } from "../given/check-file";
import { ChooseButton } from "../given/choose-button";
import { fieldButton, GivenBox } from "../given/given-box";
import { GivenLine } from "../given/given-line";
import { useCamera } from "../given/use-camera";
import { useGivenFile } from "../given/use-given-file";
import type { FieldProps } from "../kind";

const accept = "image/jpeg,image/png,image/webp,image/avif,image/gif";

/** A picture that is taken, chosen, dropped or pasted. */
export function ImageInputField({
  input,
  id,
  value,
  onChange,
  error,
  attach,
}: FieldProps<"image">) {
  const { sources = ["webcam", "upload", "clipboard"] } = input.options;
  const camera = useCamera({ audio: false });
  const video = useRef<HTMLVideoElement>(null);
  const [pasteFault, setPasteFault] = useState<string>();
  const { given, state, url } = useGivenFile({
    input,
    value,
    onChange,
    attach,
    async prepare(file) {
      await checkFile(input, file);
      return file;
    },
  });

  const give = (file: File) => {
    camera.close();
    setPasteFault(undefined);
    given.give(file);
  };

  async function take(): Promise<void> {
    const { takeStill } = await import("@/lib/client/recording/take-still");
    const still =
      video.current && (await takeStill(video.current, { type: "image/jpeg", quality: 0.92 }));
    if (still) give(new File([still], "photo.jpg", { type: still.type }));
  }

  async function paste(): Promise<void> {
    const { readPicture } = await import("@/lib/client/recording/read-clipboard");
    try {
      give(await readPicture());
    } catch (error) {
      setPasteFault(error instanceof Error ? error.message : String(error));
    }
  }

  const { phase } = camera.state;
  const uploads = sources.includes("upload");
  const pastes = sources.includes("clipboard");
  const ownFault =
    pasteFault ??
    (camera.state.phase === "off" ? camera.state.fault : undefined) ??
    ("fault" in state ? state.fault : undefined);

  return (
    <GivenBox
      {...{ input, id, pastes }}
      error={ownFault ?? error}
      stageStyle="aspect-[4/3] max-h-80 w-full"
      onFiles={uploads || pastes ? ([file]) => file && give(file) : undefined}
      stage={
        camera.state.phase === "on" ? (
          <CameraView stream={camera.state.stream} video={video} mirrored />
        ) : url ? (
          // biome-ignore lint/performance/noImgElement: the file is here, there is nothing to fetch.
          <img
            src={url}
            alt={`${input.label}, as given`}
            className="absolute inset-0 size-full object-contain"
          />
        ) : (
          <p className="px-4 text-center text-fine text-muted">
            {state.phase === "earlier"
              ? "Given before this page was loaded again; it cannot be shown here."
              : invitation(uploads, pastes)}
          </p>
        )
      }
      actions={
        phase === "on" ? (
          <>
            <button type="button" className={fieldButton} onClick={() => void take()}>
              Take the picture
            </button>
            <button type="button" className={fieldButton} onClick={() => camera.close()}>
              Close
            </button>
          </>
        ) : (
          <>
            {sources.includes("webcam") && (
              <button
                type="button"
                className={fieldButton}
                disabled={phase === "opening"}
                onClick={() => {
                  setPasteFault(undefined);
                  void camera.open();
                }}
              >
                Webcam
              </button>
            )}
            {uploads && (
              <ChooseButton accept={accept} onFile={give}>
                Choose
              </ChooseButton>
            )}
            {pastes && (
              <button type="button" className={fieldButton} onClick={() => void paste()}>
                Paste
              </button>
            )}
          </>
        )
      }
      line={
        phase === "off" ? (
          <GivenLine {...{ given, state }} taken="JPEG, PNG, WebP, AVIF or GIF" />
        ) : (
          <span aria-live="polite">
            {phase === "on" ? "The webcam is on" : "Opening the webcam"}
          </span>
        )
      }
    />
  );
}

function invitation(uploads: boolean, pastes: boolean): string {
  if (uploads) return pastes ? "Drop or paste a picture here" : "Drop a picture here";
  return pastes ? "Paste a picture here" : "";
}
