import { coldPage } from "./cold-page";
import { frames } from "./frames";
import { sound } from "./sound";
import { video } from "./video";

/** Measures of pages in Chromium, by the names that `npm run bench` takes. */
export const pageMeasures = { frames, sound, video, page: coldPage };
