"use client";

import dynamic from "next/dynamic";
import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { DemoDescription } from "@/lib/demo/describe";
import { useNeeded } from "../kinds/media/use-needed";
import type { Values } from "../use-form";
import { type TabName, tabLabels, tabOf, tabStyle } from "./tab-names";

export interface ElsewhereProps {
  demo: DemoDescription;
  /** The inputs on screen. */
  values: Values;
}

const Tabs = dynamic(() => import("./tabs").then((module) => module.ElsewhereTabs), {
  ssr: false,
  loading: () => <div className="h-11" />,
});

function ElsewhereRoom({ demo, values }: ElsewhereProps) {
  const room = useRef<HTMLElement>(null);
  const [tab, setTab] = useState<TabName>();
  const [near, setNear] = useState(false);
  /** A new one each time that the address names a tab. */
  const [asked, setAsked] = useState<object>();
  const used = useNeeded(false);
  const shown = tab ?? (near && used ? "api" : undefined);

  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const follow = () => {
      const named = tabOf(location.hash);
      if (!named) return;
      setTab(named);
      setAsked({});
    };
    follow();
    addEventListener("hashchange", follow);
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: "256px" },
    );
    watch.observe(element);
    return () => {
      removeEventListener("hashchange", follow);
      watch.disconnect();
    };
  }, []);

  // Once the room of a tab is there.
  useLayoutEffect(() => {
    if (asked) room.current?.scrollIntoView();
  }, [asked]);

  function choose(next: TabName): void {
    setTab(next);
    history.replaceState(history.state, "", `#${next}`);
  }

  return (
    <section
      ref={room}
      aria-label="Use it elsewhere"
      className={`mt-12 scroll-mt-6 border-t border-line pt-6 ${shown ? "min-h-[44rem] sm:min-h-[40rem]" : ""}`}
    >
      {shown ? (
        <Tabs demo={demo} values={values} tab={shown} onChoose={choose} />
      ) : (
        <nav aria-label="Use it elsewhere" className={tabStyle.list}>
          {Object.entries(tabLabels).map(([name, label]) => (
            <a key={name} href={`#${name}`} className={tabStyle.tab}>
              {label}
            </a>
          ))}
        </nav>
      )}
    </section>
  );
}

/**
 * How a demo is used elsewhere than on its page. Its code comes when somebody who does anything on the page
 * comes near, or by an address that names one of its tabs. It is the last of its page: nothing is moved by it.
 * It is not drawn anew with each value that a run yields.
 */
export const Elsewhere = memo(ElsewhereRoom);
