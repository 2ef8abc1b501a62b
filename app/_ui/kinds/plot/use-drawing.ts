import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { PlotSpec } from "@/lib/kinds/plot";
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

/**
 * A drawing of a spec that fills an element. It is made anew where the spec or the page's theme is
 * another one; the one before stands until then.
 */
export function useDrawing(
  room: RefObject<HTMLDivElement | null>,
  spec: PlotSpec | undefined,
): UsedDrawing {
  const [drawing, setDrawing] = useState<PlotDrawing>();
  const [drawn, setDrawn] = useState<Drawn>();
  const [fault, setFault] = useState<string>();
  const [theme, setTheme] = useState(0);
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
    const observer = new ResizeObserver(() =>
      made?.resize(element.clientWidth, element.clientHeight),
    );
    const onFault = (error: unknown) => {
      if (isLeft) return;
      clear();
      setFault(wordsOf(error));
    };
    setFault(undefined);
    import("./draw-plot")
      .then(({ drawPlot }) =>
        drawPlot({
          element: own,
          spec,
          theme: readPlotTheme(element),
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
        observer.observe(element);
        setDrawing(next);
      })
      .catch(onFault);
    return () => {
      isLeft = true;
      observer.disconnect();
      if (made !== seen.current) made?.dispose();
      setDrawing(undefined);
    };
  }, [room, written, theme]);
  return { drawing, drawn, fault };
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
