import { blocked } from "./blocked";
import { count } from "./count";
import { cut } from "./cut";
import { fanOut } from "./fan-out";
import { flood } from "./flood";
import { longText } from "./long-text";
import { slowViewer } from "./slow-viewer";
import { soak } from "./soak";
import { start } from "./start";
import { tokens } from "./tokens";

/** Measures that need a server and a client alone, by the names that `npm run bench` takes. */
export const wireMeasures = {
  count,
  tokens,
  "long-text": longText,
  "fan-out": fanOut,
  "slow-viewer": slowViewer,
  flood,
  soak,
  cut,
  blocked,
  start,
};
