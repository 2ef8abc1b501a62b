import type { View } from "vega";
import type { PlotSpec } from "@/lib/kinds/plot";
import { breathe, compilePlot, type PlotSize, telling } from "./compile-plot";
import { createExpressionMeter } from "./expression-meter";
import type { JoinedPlot, PlotDatum } from "./joined-plot";
import type { PlotTheme } from "./plot-theme";
import { isDrawn, stepFor } from "./thin-rows";

/** A plot on the page. */
export interface PlotDrawing {
  /** Draws these rows, as soon as there is time for it; of several the last. */
  show(items: Pick<JoinedPlot, "items" | "origin">): void;
  /** As a `data:` URL of a PNG. */
  picture(): Promise<string>;
  dispose(): void;
}

export interface PlotDrawingOptions {
  element: HTMLElement;
  spec: PlotSpec;
  theme: PlotTheme;
  size: PlotSize;
  /** Called with how many of the rows are drawn, each time after something was. */
  onDrawn(drawn: { count: number; step: number }): void;
  onFault(error: unknown): void;
}

/** So many rows are drawn at most; a mark each costs time at each change of a scale. */
const mostDrawn = 2000;
/** So many are taken in at first, and more at once where that was quick. */
const fewest = 1000;
/** In milliseconds: a drawing that takes longer than this is thinned out, down to `fewest` rows. */
const longestDraw = 24;
const quickDraw = 8;

/** A loader that refuses everything: neither data nor a picture nor a link leads out of a plot. */
const refuse = () => Promise.reject(new Error("A plot fetches nothing."));
const loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** Draws a plot into an element, and from then on what is new of it. */
export async function drawPlot(options: PlotDrawingOptions): Promise<PlotDrawing> {
  const { element, spec, theme, size, onDrawn, onFault } = options;
  const { runtime, data } = await compilePlot(spec, theme, size);
  const { View, changeset } = await import("vega");
  const { createBoundedInterpreter } = await import("./bounded-interpreter");
  await breathe();
  const meter = createExpressionMeter();
  const view: View = new View(runtime, {
    expr: createBoundedInterpreter(meter),
    loader: loader as never,
    // Vega tells nobody else why a drawing was not made.
    logger: telling((error) => {
      if (!isOver) onFault(error);
    }),
    renderer: "canvas",
  });
  view.initialize(element);

  /** The places of the rows that Vega has, by its own copies of them. */
  let places = new WeakMap<object, number>();
  let shown: { origin: object | undefined; count: number; step: number } = {
    origin: undefined,
    count: 0,
    step: 1,
  };
  let wanted: Pick<JoinedPlot, "items" | "origin"> | undefined;
  let most = mostDrawn;
  let atOnce = fewest;
  let isNew = true;
  let isBusy = false;
  let isOver = false;

  /** What is to be changed for the next drawing; `false` where nothing is. */
  function change(): boolean {
    const isChanged = isNew;
    isNew = false;
    if (!wanted || !data) return isChanged;
    const { items, origin } = wanted;
    const step = stepFor(items.count, most);
    // Rows that were left out are among those before, so who looks back to fewer rows begins anew.
    const isFresh = origin !== shown.origin || step < shown.step;
    const next = Math.min(items.count, (isFresh ? 0 : shown.count) + atOnce * step);
    if (!isFresh && next === shown.count && step === shown.step) return isChanged;
    const changes = changeset();
    if (isFresh) {
      places = new WeakMap();
      changes.remove(() => true);
      shown = { origin, count: 0, step };
    } else if (next < shown.count || step > shown.step) {
      changes.remove((row: object) => {
        const place = places.get(row) ?? 0;
        return place >= next || !isDrawn(place, step);
      });
    }
    changes.insert(copies(items.items, shown.count, next, step));
    shown = { origin, count: next, step };
    view.change(data, changes);
    return true;
  }

  /** Vega writes into the rows that it is given, and these are others' too. */
  function copies(rows: readonly PlotDatum[], from: number, to: number, step: number): object[] {
    const made: object[] = [];
    for (let at = from; at < to; at++) {
      if (!isDrawn(at, step)) continue;
      const copy = { ...rows[at] };
      places.set(copy, at);
      made.push(copy);
    }
    return made;
  }

  async function draw(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      while (!isOver && change()) {
        const began = performance.now();
        meter.renew();
        await view.runAsync();
        const took = performance.now() - began;
        onDrawn({ count: shown.count, step: shown.step });
        if (took < quickDraw) atOnce = Math.min(mostDrawn, atOnce * 2);
        else if (took > longestDraw) atOnce = Math.max(fewest, atOnce / 2);
        const drawn = shown.count / shown.step;
        if (took > longestDraw && drawn > fewest) most = Math.max(fewest, most / 2);
        // A page that draws all the time answers to nobody: it rests for as long again, and longer.
        await rest(2 * took);
      }
    } catch (error) {
      if (!isOver) onFault(error);
    }
    isBusy = false;
  }

  return {
    show(items) {
      wanted = items;
      void draw();
    },
    picture: () => view.toImageURL("png", 2),
    dispose() {
      isOver = true;
      view.finalize();
      element.remove();
    },
  };
}

/** Until the next frame, and at least some milliseconds. A hidden page has no frames. */
function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      if (document.hidden) resolve();
      else requestAnimationFrame(() => resolve());
    }, milliseconds);
  });
}
