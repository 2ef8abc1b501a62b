import { firstFrame, firstSound } from "./first-seen";

/** Measures of pages in Chromium, by the names that `npm run bench` takes. */
export const pageMeasures = { sound: firstSound, video: firstFrame };
