/** All that a page of one's own needs, in its client components; `yieldcast/server` has `WithDemos`. */
export { Field, Fields, Form, RunButton } from "./form-parts";
export { Failure, Notices, Output, Progress, Status, Timeline } from "./output-parts";
export { Actions, Elsewhere, History, TabTitle } from "./page-parts";
export { type UseDemoOptions, useDemo } from "./use-demo";
export type { AnyUsedDemo, UsedDemo, UsedInput, UsedOutput } from "./used-demo";
