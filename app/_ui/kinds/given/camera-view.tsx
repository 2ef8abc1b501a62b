"use client";

import { type RefObject, useEffect } from "react";

interface CameraViewProps {
  stream: MediaStream;
  video: RefObject<HTMLVideoElement | null>;
  /** As in a mirror, for who looks at themselves; what is taken is not mirrored. */
  mirrored: boolean;
}

/** What the webcam sees. */
export function CameraView({ stream, video, mirrored }: CameraViewProps) {
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream, video]);
  return (
    <video
      ref={video}
      aria-label="The webcam's picture"
      autoPlay
      muted
      playsInline
      className={`absolute inset-0 size-full object-contain ${mirrored ? "-scale-x-100" : ""}`}
    />
  );
}
