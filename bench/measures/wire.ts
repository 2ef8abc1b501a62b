import { count } from "./count";
import { fanOut } from "./fan-out";

/** Measures that need a server and a client alone, by the names that `npm run bench` takes. */
export const wireMeasures = { count, "fan-out": fanOut };
