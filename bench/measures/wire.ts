import { count } from "./count";
import { fanOut } from "./fan-out";
import { longText } from "./long-text";
import { tokens } from "./tokens";

/** Measures that need a server and a client alone, by the names that `npm run bench` takes. */
export const wireMeasures = { count, tokens, "long-text": longText, "fan-out": fanOut };
