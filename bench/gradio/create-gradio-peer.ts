import { rmSync } from "node:fs";
import { gradioRounds } from "./gradio-rounds";
import { installGradio } from "./install-gradio";
import { filesOfGradio, startGradio } from "./start-gradio";

/** Gradio as the one to be compared with. */
export interface GradioPeer {
  /** `6.31.0` */
  version: string;
  /** Of Python. */
  python: string;
  /** One round of a measure on Gradio, whose failure is said and has no figures; undefined if it has none. */
  round(measure: string): (() => Promise<{ [figure: string]: number | undefined }>) | undefined;
}

/**
 * Installs Gradio where that has not been done. It is started by each round for itself, so that nothing of
 * it is at work in Yieldcast's.
 *
 * @returns undefined where it cannot be had here; what is missing has been said then
 */
export function createGradioPeer(): GradioPeer | undefined {
  try {
    console.log("Gradio …");
    const python = installGradio();
    // Of one that was cut off; they may be large.
    rmSync(filesOfGradio, { recursive: true, force: true });
    return {
      version: python.gradio,
      python: python.version,
      round(measure) {
        const rounds: { [measure: string]: (typeof gradioRounds)[keyof typeof gradioRounds] } =
          gradioRounds;
        const round = rounds[measure];
        if (!round) return undefined;
        return async () => {
          try {
            return await round((workload) => startGradio(python, workload));
          } catch (error) {
            console.error(`${measure} failed with Gradio:`, error);
            return {};
          }
        };
      },
    };
  } catch (error) {
    console.error(
      `There is no column for Gradio: it needs Python 3.10 or later with venv and pip, and a package registry. ${error instanceof Error ? error.message : error}`,
    );
    return undefined;
  }
}
