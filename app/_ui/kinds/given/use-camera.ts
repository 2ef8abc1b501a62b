"use client";

import { useEffect, useRef, useState } from "react";

export type CameraState =
  | { readonly phase: "off"; readonly fault?: string | undefined }
  | { readonly phase: "opening" }
  | { readonly phase: "on"; readonly stream: MediaStream };

export interface Camera {
  readonly state: CameraState;
  /** Asks for it. `undefined` where it cannot be had, as the state's fault then says. */
  open(): Promise<MediaStream | undefined>;
  close(fault?: string): void;
  /** Closes it where it is open; why it could not be opened stays. */
  letGo(): void;
}

/** The webcam, with sound or without, until it is closed or the field goes. */
export function useCamera({ audio }: { audio: boolean }): Camera {
  const [state, setState] = useState<CameraState>({ phase: "off" });
  const live = useRef<MediaStream>(undefined);
  const asked = useRef(0);

  const [release] = useState(() => () => {
    asked.current++;
    for (const track of live.current?.getTracks() ?? []) track.stop();
    live.current = undefined;
  });
  useEffect(() => release, [release]);

  return {
    state,
    async open() {
      release();
      const now = asked.current;
      setState({ phase: "opening" });
      try {
        const { closeDevice, openDevice } = await import("@/lib/client/recording/open-device");
        const stream = await openDevice({ video: true, audio });
        if (now !== asked.current) {
          closeDevice(stream);
          return undefined;
        }
        live.current = stream;
        setState({ phase: "on", stream });
        return stream;
      } catch (error) {
        if (now !== asked.current) return undefined;
        setState({ phase: "off", fault: error instanceof Error ? error.message : String(error) });
        return undefined;
      }
    },
    close(fault) {
      release();
      setState({ phase: "off", fault });
    },
    letGo() {
      release();
      setState((before) => (before.phase === "off" ? before : { phase: "off" }));
    },
  };
}
