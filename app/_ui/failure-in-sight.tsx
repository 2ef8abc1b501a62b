"use client";

import { useEffect, useRef } from "react";
import type { RunProblem } from "@/lib/client/run-snapshot";
import { Failure } from "./failure";

interface FailureInSightProps {
  problem: RunProblem;
  /** Whether somebody has just pressed Run, and may look at that rather than here. */
  pressed: boolean;
}

/** A message of more letters than this would cover what it stands over. */
const shortEnough = 400;

/**
 * A failure over the outputs, beside the state that it explains. It stays in sight while what was yielded
 * before is looked through, and who has just pressed Run is brought to it.
 */
export function FailureInSight({ problem, pressed }: FailureInSightProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!pressed || !place.current) return;
    // Of this window alone: an embed moves no page around it.
    const below = place.current.getBoundingClientRect().bottom + 16 - window.innerHeight;
    if (below > 0) window.scrollBy({ top: below });
  }, [pressed]);
  const stays = problem.message.length <= shortEnough;
  return (
    <div
      ref={place}
      className={`z-20 mb-4 bg-bg py-1 ${stays ? "[@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:top-0" : ""}`}
    >
      <Failure problem={problem} className="py-1 pr-4" />
    </div>
  );
}
