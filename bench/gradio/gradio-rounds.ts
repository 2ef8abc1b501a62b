import type { Figures, Measure } from "../measure";
import type { pageMeasures } from "../measures/page";
import type { wireMeasures } from "../measures/wire";
import { gradioBlocked } from "./rounds/blocked";
import { gradioCount } from "./rounds/count";
import { gradioCut } from "./rounds/cut";
import { gradioFlood } from "./rounds/flood";
import { gradioFrames } from "./rounds/frames";
import { gradioLongText } from "./rounds/long-text";
import { gradioPage } from "./rounds/page";
import { gradioSlowViewer } from "./rounds/slow-viewer";
import { gradioSoak } from "./rounds/soak";
import { gradioSound } from "./rounds/sound";
import { gradioStart } from "./rounds/start";
import { gradioTokens } from "./rounds/tokens";
import { gradioVideo } from "./rounds/video";
import type { Gradio } from "./start-gradio";

/** Starts Gradio with a workload of `bench/gradio/app.py`: `await using`. */
export type StartGradio = (workload: string) => Promise<Gradio>;

type Measures = typeof wireMeasures & typeof pageMeasures;
type FigureOf<M> = M extends Measure<infer Name> ? Name : never;

/** For each measure one round with Gradio: those of its figures that Gradio can have. */
type GradioRounds = {
  readonly [Name in keyof Measures]?: (
    start: StartGradio,
  ) => Promise<Partial<Figures<FigureOf<Measures[Name]>>>>;
};

/** By the names of the measures. One that is not here has nothing to compare: see its workload. */
export const gradioRounds: GradioRounds = {
  count: gradioCount,
  tokens: gradioTokens,
  "long-text": gradioLongText,
  "slow-viewer": gradioSlowViewer,
  flood: gradioFlood,
  soak: gradioSoak,
  cut: gradioCut,
  blocked: gradioBlocked,
  start: gradioStart,
  frames: gradioFrames,
  sound: gradioSound,
  video: gradioVideo,
  page: gradioPage,
};
