"use client";

import type { ComponentProps } from "react";
import type { Turn } from "@/lib/client/chat/conversation";
import { Icon } from "../icon";
import { toolStyle } from "../stage";

interface ToolProps {
  icon: ComponentProps<typeof Icon>["name"];
  label: string;
  disabled?: boolean;
  onPress(): void;
}

/** A small button below a message. */
export function Tool({ icon, label, disabled = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      className={`${toolStyle} disabled:opacity-40 disabled:hover:bg-transparent disabled:hover:text-muted`}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

interface BranchesProps {
  turn: Turn;
  /** All that stand in its place. */
  branches: readonly Turn[];
  onShow(turn: Turn): void;
}

/** ‹ 2/3 ›: which of the branches is on show. Nothing where there is but one. */
export function Branches({ turn, branches, onShow }: BranchesProps) {
  if (branches.length < 2) return null;
  const at = branches.findIndex(({ id }) => id === turn.id);
  const go = (to: number) => () => {
    const branch = branches[to];
    if (branch) onShow(branch);
  };
  return (
    <fieldset className="flex items-center" aria-label="Branches">
      <Tool icon="left" label="Branch before" disabled={at <= 0} onPress={go(at - 1)} />
      <span
        className="num text-fine text-muted"
        role="img"
        aria-label={`Branch ${at + 1} of ${branches.length}`}
      >
        {at + 1}/{branches.length}
      </span>
      <Tool
        icon="right"
        label="Branch after"
        disabled={at >= branches.length - 1}
        onPress={go(at + 1)}
      />
    </fieldset>
  );
}
