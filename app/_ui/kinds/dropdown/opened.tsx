"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Select } from "@base-ui/react/select";
import { useEffect, useRef, useState } from "react";
import { Icon } from "../../icon";
import { FieldFrame, noteId } from "../field-frame";
import type { FieldProps } from "../kind";

export interface OpenedDropdownProps extends FieldProps<"dropdown"> {
  /** The classes of what is pressed. */
  look: string;
}

/** A dropdown that can be opened, in the place of the closed one that was pressed: it opens by itself. */
export function OpenedDropdown({
  input,
  value,
  onChange,
  error,
  disabled,
  id,
  look,
}: OpenedDropdownProps) {
  const { choices } = input.options;
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    trigger.current?.focus();
    // The press that has brought it here is not over, and would be one outside of what has opened.
    const frame = requestAnimationFrame(() => setOpen(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    // The style that it would write into the page has no nonce; it hides a scroll bar, no more.
    <CSPProvider disableStyleElements>
      <Select.Root
        value={typeof value === "string" ? value : null}
        open={open}
        onOpenChange={setOpen}
        onValueChange={(next) => onChange(next ?? undefined)}
        disabled={disabled}
        // The page can still be scrolled, and so nothing on it moves.
        modal={false}
        items={choices.map((choice) => ({ label: choice, value: choice }))}
      >
        <FieldFrame {...{ input, error, id }}>
          <Select.Trigger
            ref={trigger}
            id={id}
            aria-invalid={error !== undefined}
            aria-describedby={noteId(id)}
            className={`${look} data-disabled:opacity-60`}
          >
            <Select.Value className="min-w-0 truncate" />
            <Select.Icon className="text-muted">
              <Icon name="updown" />
            </Select.Icon>
          </Select.Trigger>
        </FieldFrame>
        <Select.Portal>
          <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-20">
            <Select.Popup className="hairline min-w-(--anchor-width) rounded-box bg-panel shadow-lg shadow-[#000]/10 outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
              <Select.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1">
                {choices.map((choice) => (
                  <Select.Item
                    key={choice}
                    value={choice}
                    className="flex min-h-9 cursor-default items-center gap-2 rounded-part py-1 pr-4 pl-2 outline-none select-none data-highlighted:bg-sunk"
                  >
                    <span className="w-4">
                      <Select.ItemIndicator>
                        <Icon name="check" />
                      </Select.ItemIndicator>
                    </span>
                    <Select.ItemText>{choice}</Select.ItemText>
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </CSPProvider>
  );
}
