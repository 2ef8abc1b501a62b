import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { PlotSpec } from "@/lib/kinds/plot";
import { afterFirstIdle } from "../../first-idle";
import type { PlotSize } from "./compile-plot";
import type { PlotDrawing } from "./draw-plot";
import { readPlotTheme, watchPlotTheme } from "./plot-theme";

interface Drawn {
  readonly count: number;
  readonly step: number;
}

interface UsedDrawing {
  readonly drawing: PlotDrawing | undefined;
  /** How many rows are drawn. */
  readonly drawn: Drawn | undefined;
  /** Why nothing can be drawn. */
  readonly fault: string | undefined;
}

/** In milliseconds: while a window is dragged larger, nothing is drawn anew. */
const settling = 150;

/**
 * A drawing of a spec that fills an element. It is made anew where the spec, the page's theme or the
 * element's size is another one; the one before stands until then.
 */
export function useDrawing(
  room: RefObject<HTMLDivElement | null>,
  spec: PlotSpec | undefined,
): UsedDrawing {
  const [drawing, setDrawing] = useState<PlotDrawing>();
  const [drawn, setDrawn] = useState<Drawn>();
  const [fault, setFault] = useState<string>();
  const [theme, setTheme] = useState(0);
  const size = useSize(room);
  /** What is to be seen, until the next one is. */
  const seen = useRef<PlotDrawing>(undefined);
  useEffect(() => watchPlotTheme(() => setTheme((before) => before + 1)), []);
  useEffect(() => () => seen.current?.dispose(), []);

  // Two runs of a demo have the same spec, but not the same object.
  const written = useMemo(() => spec && JSON.stringify(spec), [spec]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme is another drawing.
  useEffect(() => {
    const element = room.current;
    function clear(): void {
      seen.current?.dispose();
      seen.current = undefined;
    }
    if (!element || !spec) return clear();
    if (!size) return;
    const own = document.createElement("div");
    own.className = "invisible absolute inset-0";
    let made: PlotDrawing | undefined;
    let isLeft = false;
    function appear(): void {
      if (!made || seen.current === made) return;
      seen.current?.dispose();
      seen.current = made;
      own.classList.remove("invisible");
    }
    const onFault = (error: unknown) => {
      if (isLeft) return;
      clear();
      setFault(wordsOf(error));
    };
    setFault(undefined);
    // What draws has 350 kB.
    afterFirstIdle(() => import("./draw-plot"))
      .then(({ drawPlot }) =>
        drawPlot({
          element: own,
          spec,
          theme: readPlotTheme(element),
          size,
          onDrawn(next) {
            appear();
            setDrawn((before) =>
              before?.count === next.count && before.step === next.step ? before : next,
            );
          },
          onFault,
        }),
      )
      .then((next) => {
        if (isLeft) return next.dispose();
        made = next;
        element.append(own);
        setDrawing(next);
      })
      .catch(onFault);
    return () => {
      isLeft = true;
      if (made !== seen.current) made?.dispose();
      setDrawing(undefined);
    };
  }, [room, written, theme, size]);
  return { drawing, drawn, fault };
}

/** The size of an element once it has one, and each that it then keeps for a moment. */
function useSize(room: RefObject<HTMLElement | null>): PlotSize | undefined {
  const [size, setSize] = useState<PlotSize>();
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      setSize((before) =>
        before?.width === width && before.height === height ? before : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(measure, settling);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [room]);
  return size;
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
