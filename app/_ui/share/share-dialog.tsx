"use client";

import { Dialog } from "@base-ui/react/dialog";
import { type RefObject, useState, useSyncExternalStore } from "react";
import { writeInstant } from "@/lib/client/timeline/parse-instant";
import type { DemoDescription } from "@/lib/demo/describe";
import { buttonStyle } from "../button-style";
import { Icon } from "../icon";
import { boxStyle } from "../kinds/field-frame";
import { toolStyle } from "../stage";
import { useCopied } from "../use-copied";
import type { Values } from "../use-form";
import { badgeCode, iframeCode } from "./embed-code";

interface ShareDialogProps {
  demo: DemoDescription;
  run: string;
  given: Values | undefined;
  /** In milliseconds; `undefined` where the newest is looked at. */
  instant: number | undefined;
  /** What has opened it, and has the focus when it is closed. */
  opener: RefObject<HTMLElement | null>;
  onClose(): void;
}

/** The ways in which a run, or its demo, is handed on. */
export function ShareDialog(props: ShareDialogProps) {
  const { demo, run, given, instant, opener, onClose } = props;
  const [open, setOpen] = useState(true);
  const link = `${location.origin}/runs/${run}`;
  const canShare = useSyncExternalStore(
    never,
    () => "share" in navigator,
    () => false,
  );
  return (
    <Dialog.Root
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(isOpen) => !isOpen && onClose()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[#000]/40" />
        <Dialog.Popup
          finalFocus={opener}
          className="hairline fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100svh-2rem)] max-w-lg -translate-y-1/2 overflow-y-auto rounded-box bg-panel p-5 sm:p-6"
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div>
              <Dialog.Title className="text-body font-semibold tracking-tight">
                Share this run
              </Dialog.Title>
              <Dialog.Description className="mt-1 text-fine text-muted">
                Whoever has the link can watch it, for as long as the server keeps it.
              </Dialog.Description>
            </div>
            <Dialog.Close aria-label="Close" title="Close" className={toolStyle}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <div className="grid gap-4">
            <Copied label="Link to this run" text={link} />
            {instant !== undefined && (
              <Copied
                label={`Link to this instant, at ${(instant / 1000).toFixed(1)} s`}
                text={`${link}?${writeInstant(instant)}`}
              />
            )}
            <Copied
              label="The demo in another page, with these inputs"
              text={iframeCode({ demo, origin: location.origin, values: given })}
            />
            <Copied
              label="A badge for a README: who runs it now"
              text={badgeCode({ demo, origin: location.origin })}
            />
          </div>
          {canShare && (
            <button
              type="button"
              className={`${buttonStyle.small} mt-5 w-full`}
              onClick={() =>
                // Who thinks better of it has done nothing wrong.
                void navigator.share({ title: demo.title, url: link }).catch(() => {})
              }
            >
              Share with an app
            </button>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const never = () => () => {};

/** A text to be copied, by its button or by hand. */
function Copied({ label, text }: { label: string; text: string }) {
  const { copied, copy, said } = useCopied();
  const isLong = text.includes("\n");
  const box = {
    "aria-label": label,
    readOnly: true,
    value: text,
    spellCheck: false,
    className: `${boxStyle} px-3 py-2 font-mono text-fine pointer-coarse:text-body`,
    onFocus: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      event.currentTarget.select(),
  };
  return (
    <div>
      <div className="flex min-h-8 items-center justify-between gap-4">
        <span aria-hidden="true" className="text-fine text-muted">
          {label}
        </span>
        <button
          type="button"
          aria-label={`${copied ? "Copied" : "Copy"}: ${label}`}
          className="flex shrink-0 items-center gap-1.5 rounded-part px-1 py-1 text-fine font-medium hover:underline"
          onClick={() => copy(text)}
        >
          <Icon name={copied ? "check" : "copy"} />
          {copied ? "Copied" : "Copy"}
        </button>
        {said}
      </div>
      {isLong ? <textarea {...box} rows={5} /> : <input {...box} />}
    </div>
  );
}
