"use client";

import { useEffect, useState } from "react";

/** How many whole seconds ago an instant of `performance.now()` was; counts up by itself. */
export function useAge(since: number | undefined): number {
  const [age, setAge] = useState(0);
  useEffect(() => {
    if (since === undefined) return setAge(0);
    const measure = () => setAge(Math.floor((performance.now() - since) / 1000));
    measure();
    const timer = setInterval(measure, 500);
    return () => clearInterval(timer);
  }, [since]);
  return age;
}
