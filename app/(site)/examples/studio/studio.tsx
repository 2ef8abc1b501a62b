"use client";

import {
  Actions,
  Failure,
  Field,
  Form,
  History,
  Output,
  Progress,
  RunButton,
  Status,
  TabTitle,
  Timeline,
  useDemo,
} from "yieldcast/react";
import { CountDial } from "./count-dial";

/** Two demos on one page. The picture comes first here, and what makes it stands beside it. */
export function Studio() {
  const picture = useDemo("fake-diffusion", { values: { steps: 5 } });
  const count = useDemo("count-up");
  return (
    <div className="grid gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <TabTitle of={picture} title="Studio" />
      <section aria-label="Picture" className="min-w-0">
        <Output of={picture.outputs.picture} />
        <Timeline of={picture} />
      </section>
      <aside aria-label="How it is made" className="grid content-start gap-5">
        <div>
          <h1 className="text-title font-semibold tracking-tight">Studio</h1>
          <p className="mt-1 text-muted">Two demos on a page of its own layout.</p>
        </div>
        <Form of={picture} label="Picture" className="grid gap-3">
          <Field of={picture.inputs.steps} />
          <RunButton of={picture} />
        </Form>
        <Status of={picture} />
        <Progress of={picture} />
        <Failure of={picture} />
        <Actions of={picture} />
        <History of={picture} />
      </aside>
      <section
        aria-label="Count"
        className="flex flex-wrap items-center gap-x-10 gap-y-6 border-t border-line pt-8 lg:col-span-2"
      >
        <CountDial count={count.latest.count} to={count.values.to} />
        <Form of={count} label="Count" className="grid min-w-60 flex-1 gap-3 sm:max-w-80">
          <Field of={count.inputs.to} />
          <RunButton of={count} />
          <Failure of={count} />
        </Form>
      </section>
    </div>
  );
}
