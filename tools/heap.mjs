import { setFlagsFromString } from "node:v8";

/*
 * V8 sizes its heap for speed, by default: it collects when the heap is up to four times as large as what
 * lives in it, and the space for what is new grows to 32 MB while modules are loaded, whose code all stays.
 * What is set here holds from then on: https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */

/** Before anything is loaded. */
export function keepHeapSmall() {
  setFlagsFromString("--heap-growing-percent=25");
  setFlagsFromString("--semi-space-growth-factor=1");
}

/** Once all is loaded: what lives shortly, as most of a request does, has room again under load. */
export function letNewSpaceGrow() {
  setFlagsFromString("--semi-space-growth-factor=2");
}
