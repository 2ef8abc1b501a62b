"use client";

import { useEffect, useRef, useState } from "react";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { FieldPart } from "./kinds/kind";
import { lostUploads } from "./lost-uploads";
import type { Form, Values } from "./use-form";

export interface Start {
  /** What is waited for before the run can begin, such as `Uploading`. */
  readonly waiting: string | undefined;
  /**
   * Starts a run as soon as every field is ready.
   *
   * @param newer values that the form was just filled with
   */
  start(newer?: Values): void;
  /** Starts a run with these values, without asking the fields. */
  begin(values: Values): void;
  /** Gives up the wait; what goes up goes on. */
  cancel(): void;
  /** For a field that takes part. The same function in every render. */
  attach(input: string): (part: FieldPart) => () => void;
}

export interface StartOptions {
  form: Form;
  snapshot: RunSnapshot;
  onStart(values: Values): void;
  /** Some input is not taken. */
  onFault(): void;
}

/**
 * The way from Run to a run. Fields may have something to do before: a file must be up, a microphone open.
 * And a file that the server does not keep any more is sent up again, and its run started once more.
 */
export function useStart(options: StartOptions): Start {
  const { snapshot, form } = options;
  const [parts] = useState(() => createParts());
  const [wait, setWait] = useState<Wait>();
  /** Of the last start: whether files that were lost have been looked after. */
  const [healed, setHealed] = useState(true);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const lost = healed ? [] : lostUploads(snapshot.error, [...parts.byName.keys()]);
  const healing = lost.length > 0;

  async function ask(gone: Values, newer?: Values): Promise<void> {
    const now: Wait = { words: parts.doing(gone), givenUp: false };
    setWait(now);
    const given = await parts.ready(gone);
    if (now.givenUp) {
      parts.callOff();
      return;
    }
    setWait(undefined);
    const { form, onStart, onFault } = latest.current;
    const values = form.submit({ ...newer, ...given.values });
    if (values && given.whole) onStart(values);
    else {
      parts.callOff();
      onFault();
    }
  }

  useEffect(() => {
    if (!healing) return;
    setHealed(true);
    void ask(Object.fromEntries(lost.map((name) => [name, form.values[name]])));
  });

  return {
    waiting: wait?.words ?? (wait || healing ? "Stop" : undefined),
    start(newer) {
      if (wait) return;
      setHealed(false);
      if (parts.byName.size > 0) {
        void ask({}, newer);
        return;
      }
      const values = form.submit(newer);
      if (values) options.onStart(values);
      else options.onFault();
    },
    begin(values) {
      setHealed(false);
      options.onStart(values);
    },
    cancel() {
      if (wait) wait.givenUp = true;
      setWait(undefined);
    },
    attach: parts.attach,
  };
}

interface Wait {
  readonly words: string | undefined;
  givenUp: boolean;
}

function createParts() {
  const byName = new Map<string, FieldPart>();
  const attachers = new Map<string, (part: FieldPart) => () => void>();
  return {
    byName,
    callOff() {
      for (const part of byName.values()) part.calledOff?.();
    },
    /** Of the first that has something to do. */
    doing(lost: Values): string | undefined {
      for (const [name, part] of byName) {
        const words = part.doing(lost[name]);
        if (words !== undefined) return words;
      }
      return undefined;
    },
    attach(input: string) {
      let attacher = attachers.get(input);
      if (!attacher) {
        attacher = (part) => {
          byName.set(input, part);
          return () => byName.delete(input);
        };
        attachers.set(input, attacher);
      }
      return attacher;
    },
    /** All are asked at once: a browser opens a microphone only for who has just pressed something. */
    async ready(lost: Values) {
      const values: { [input: string]: unknown } = {};
      let whole = true;
      const ask = async ([name, part]: [string, FieldPart]) => {
        const ready = await part.ready(lost[name]);
        if (ready) values[name] = ready.value;
        else whole = false;
      };
      await Promise.all([...byName].map(ask));
      return { values, whole };
    },
  };
}
