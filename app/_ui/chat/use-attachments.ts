"use client";

import { useEffect, useRef, useState } from "react";
import type { Attachment } from "@/lib/client/chat/conversation";
import type { createGivenFile, GivenFile } from "@/lib/client/given-file";
import { createSessionMemory } from "@/lib/client/session-memory";
import type { InputDescription } from "@/lib/demo/describe";

/** A picture that will go with the next message. */
export interface AttachedPicture {
  readonly key: number;
  readonly name: string;
  /** What is shown of it. */
  readonly address: string | undefined;
  /** One that was given now, which goes up meanwhile. */
  readonly given: GivenFile | undefined;
  /** One that was up before, with a message that was taken back. */
  readonly before: Attachment | undefined;
}

export interface Attachments {
  readonly pictures: readonly AttachedPicture[];
  /** Why some were not taken. */
  readonly fault: string | undefined;
  readonly full: boolean;
  give(files: Iterable<File>): void;
  /** Takes those of a message that was taken back. */
  restore(attachments: readonly Attachment[]): void;
  remove(key: number): void;
  clear(): void;
  /** All of them once they are up; `undefined` where one is not, which then says why itself. */
  settled(): Promise<readonly Attachment[] | undefined>;
}

let keys = 0;

/** The pictures in a composer. */
export function useAttachments(input: InputDescription | undefined, max: number): Attachments {
  const [pictures, setPictures] = useState<readonly AttachedPicture[]>([]);
  const [fault, setFault] = useState<string>();
  const latest = useRef(pictures);
  /** Ends when all that was given is among them. */
  const giving = useRef(Promise.resolve());
  latest.current = pictures;
  useEffect(() => () => letGo(latest.current), []);

  function change(next: readonly AttachedPicture[]): void {
    latest.current = next;
    setPictures(next);
  }

  async function add(chosen: readonly File[]): Promise<void> {
    const { createGivenFile } = await import("@/lib/client/given-file");
    const room = max - latest.current.length;
    setFault(
      chosen.length > room
        ? `At most ${max} ${max === 1 ? "picture" : "pictures"} with a message.`
        : undefined,
    );
    const added = chosen.slice(0, room).map((file) => attachTo(input, file, createGivenFile));
    change([...latest.current, ...added]);
  }

  return {
    pictures,
    fault,
    full: pictures.length >= max,
    give(files) {
      // They may be the list of a field that is emptied at once.
      const chosen = [...files];
      giving.current = giving.current.then(() => add(chosen)).catch(() => {});
    },
    restore(attachments) {
      letGo(latest.current);
      setFault(undefined);
      change(
        attachments
          .filter(({ id }) => id !== undefined)
          .map((before) => ({
            key: ++keys,
            name: before.name,
            address: before.thumbnail,
            given: undefined,
            before,
          })),
      );
    },
    remove(key) {
      letGo(latest.current.filter((each) => each.key === key));
      setFault(undefined);
      change(latest.current.filter((each) => each.key !== key));
    },
    clear() {
      letGo(latest.current);
      setFault(undefined);
      change([]);
    },
    async settled() {
      await giving.current;
      const settled = await Promise.all(latest.current.map(settle));
      const whole = settled.filter((each) => each !== undefined);
      return whole.length === settled.length ? whole : undefined;
    },
  };
}

function attachTo(
  input: InputDescription | undefined,
  file: File,
  create: typeof createGivenFile,
): AttachedPicture {
  const given = create({
    memory: createSessionMemory(),
    onId: () => {},
    async prepare(picture) {
      const { checkFile } = await import("../kinds/given/check-file");
      if (input) await checkFile(input, picture);
      return picture;
    },
  });
  given.give(file);
  const address = URL.createObjectURL(file);
  return { key: ++keys, name: file.name, address, given, before: undefined };
}

async function settle({ given, before, name }: AttachedPicture): Promise<Attachment | undefined> {
  if (!given) return before;
  const { phase } = given.getState();
  if (phase === "failed") given.retry();
  const id = await given.settled();
  const state = given.getState();
  if (id === undefined || !("file" in state)) return undefined;
  const { thumbnailOf } = await import("./thumbnail-of");
  return { id, name, thumbnail: await thumbnailOf(state.file) };
}

function letGo(pictures: readonly AttachedPicture[]): void {
  for (const { given, address } of pictures) {
    given?.remove();
    if (given && address) URL.revokeObjectURL(address);
  }
}
