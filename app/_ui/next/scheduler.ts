type Scheduler = typeof import("next/dist/client/components/segment-cache/scheduler");
type Task = ReturnType<Scheduler["schedulePrefetchTask"]>;

/*
 * In the place of Next's queue of pages to be fetched before a link is followed: here each page is made for
 * its request, so nothing of it could be. What is asked for is dropped.
 */

export const schedulePrefetchTask: Scheduler["schedulePrefetchTask"] = () => ({}) as Task;
export const cancelPrefetchTask: Scheduler["cancelPrefetchTask"] = () => {};
export const reschedulePrefetchTask: Scheduler["reschedulePrefetchTask"] = () => {};
export const isPrefetchTaskDirty: Scheduler["isPrefetchTaskDirty"] = () => false;
export const pingPrefetchScheduler: Scheduler["pingPrefetchScheduler"] = () => {};
export const pingPrefetchTask: Scheduler["pingPrefetchTask"] = () => {};
export const needsSpeculativePrefetch: Scheduler["needsSpeculativePrefetch"] = () => false;
