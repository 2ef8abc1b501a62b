"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import {
  createGivenFile,
  type GivenFile,
  type GivenFileState,
  type PrepareContext,
} from "@/lib/client/given-file";
import { createSessionMemory } from "@/lib/client/session-memory";
import { whenIdle } from "../../when-idle";
import type { FieldProps } from "../kind";
import { preloadFileChecks } from "./check-file";
import { useFieldPart } from "./use-field-part";
import { useObjectUrl } from "./use-object-url";

export interface GivenFileField
  extends Pick<FieldProps, "input" | "value" | "onChange" | "attach"> {
  /**
   * Looks at a file that was recorded or chosen, and gives it as it shall go up.
   *
   * @throws Error in words where it is not taken
   */
  prepare(file: File, context: PrepareContext): File | Promise<File>;
  /** Run was pressed: what is being recorded is ended, and given. */
  finish?(): Promise<void>;
}

/** The file of a form's field, and where it can be looked at. The form's value is the id of its upload. */
export function useGivenFile(field: GivenFileField): {
  given: GivenFile;
  state: GivenFileState;
  url: string | undefined;
} {
  const latest = useRef(field);
  const [given] = useState(() =>
    createGivenFile({
      prepare: (file, context) => latest.current.prepare(file, context),
      onId(id) {
        // That there is none any more is what the form itself has said.
        if (id !== undefined || latest.current.value !== null) latest.current.onChange(id);
      },
      memory: createSessionMemory(),
      examples: field.input.files,
    }),
  );
  useEffect(() => {
    latest.current = field;
  });
  const state = useSyncExternalStore(given.subscribe, given.getState, given.getState);

  useEffect(() => whenIdle(preloadFileChecks), []);
  const { value, attach } = field;
  useEffect(() => {
    if (typeof value === "string") given.recall(value);
    // The form was filled with other inputs, of which there is no file.
    if (value === null) given.remove();
  }, [given, value]);
  useFieldPart(attach, {
    doing(lost) {
      const { phase } = given.getState();
      const isThere = phase !== "preparing" && phase !== "uploading" && phase !== "failed";
      return isThere && lost === undefined ? undefined : "Uploading";
    },
    async ready(lost) {
      await latest.current.finish?.();
      const { phase } = given.getState();
      // The form says itself that nothing is given.
      if (phase === "empty") return { value: undefined };
      const id = await given.settled(typeof lost === "string" ? lost : undefined);
      return id === undefined ? undefined : { value: id };
    },
  });
  const own = useObjectUrl("file" in state ? state.file : undefined);
  return { given, state, url: state.phase === "example" ? state.facts.url : own };
}
