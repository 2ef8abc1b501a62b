"use client";

import dynamic from "next/dynamic";

const loadTurns = () => import("./turn-list").then((chat) => chat.TurnList);

/** What shows messages. A page on which nothing was said yet does without its code. */
export const LazyTurnList = dynamic(loadTurns);

/** Pictures that go along, once there are some. */
export const LazyAttachedList = dynamic(() =>
  import("./attached-list").then((chat) => chat.AttachedList),
);

/** The further inputs, once they are unfolded. */
export const LazyFurtherInputs = dynamic(() =>
  import("./further-inputs").then((chat) => chat.FurtherInputs),
);

/** Has the code fetched that shows messages, before there is one. Where it fails, it is fetched again then. */
export function loadMessages(): void {
  loadTurns()
    .then(() => import("../kinds/markdown/streaming-markdown"))
    .catch(() => {});
}
