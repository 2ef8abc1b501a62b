"use client";

import { useSyncExternalStore } from "react";
import type { GivenFileState } from "@/lib/client/given-file";
import { Icon } from "../icon";
import { Thumbnail } from "./thumbnail";
import type { AttachedPicture, Attachments } from "./use-attachments";

/** The pictures in a composer, each with how far it is up. */
export function AttachedList({ attachments }: { attachments: Attachments }) {
  const { pictures, fault } = attachments;
  return (
    <>
      {pictures.length > 0 && (
        <ul aria-label="To be sent along" className="flex flex-wrap gap-2 px-3 pt-3">
          {pictures.map((picture) => (
            <AttachedItem
              key={picture.key}
              picture={picture}
              onRemove={() => attachments.remove(picture.key)}
            />
          ))}
        </ul>
      )}
      {fault && (
        <p role="alert" className="px-4 pt-2 text-fine text-bad">
          {fault}
        </p>
      )}
    </>
  );
}

function AttachedItem({ picture, onRemove }: { picture: AttachedPicture; onRemove(): void }) {
  const state = useGivenState(picture);
  const fault = state && "fault" in state ? state.fault : undefined;
  const part = state?.phase === "uploading" ? state.part : undefined;
  return (
    <li className="relative" data-attached={fault ? "failed" : (state?.phase ?? "ready")}>
      <Thumbnail name={picture.name} address={fault ? undefined : picture.address} />
      {part !== undefined && (
        <progress
          aria-label={`Uploading ${picture.name}`}
          max={1}
          value={part}
          className="plain-progress absolute inset-x-1 bottom-1"
        />
      )}
      <button
        type="button"
        aria-label={`Remove ${picture.name}`}
        title="Remove"
        className="hairline absolute -top-2 -right-2 grid size-6 place-items-center rounded-full bg-panel text-muted hover:text-text"
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
      {fault && (
        <p role="alert" className="max-w-40 pt-1 text-fine text-bad">
          {fault}
        </p>
      )}
    </li>
  );
}

function useGivenState({ given }: AttachedPicture): GivenFileState | undefined {
  return useSyncExternalStore(
    given?.subscribe ?? never,
    () => given?.getState(),
    () => undefined,
  );
}

const never = () => () => {};
