"use client";

import { createContext, useContext, useLayoutEffect, useState } from "react";

/** What is to be done once a field's script has come: its form's may have come long before. */
export const Woken = createContext<() => void>(() => {});

/**
 * Says that the field around this answers now. What was typed before, React has not heard, and would undo
 * when it draws the field again.
 */
export function useWoken(): void {
  const woken = useContext(Woken);
  const [first] = useState(() => woken);
  useLayoutEffect(first, [first]);
}
