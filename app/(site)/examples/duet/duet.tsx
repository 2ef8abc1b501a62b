"use client";

import { Failure, Field, Form, Output, RunButton, Status, useDemo } from "yieldcast/react";

/** One demo twice, each with a form and a run of its own, which a reload finds again. */
export function Duet() {
  return (
    <div className="grid gap-10 sm:grid-cols-2">
      <Side as="left" label="Left" steps={2} />
      <Side as="right" label="Right" steps={8} />
    </div>
  );
}

function Side({ as, label, steps }: { as: string; label: string; steps: number }) {
  const picture = useDemo("fake-diffusion", { as, values: { steps } });
  return (
    <section aria-label={label} className="grid min-w-0 content-start gap-4">
      <Form of={picture} label={label} className="grid gap-3">
        <Field of={picture.inputs.steps} />
        <RunButton of={picture} />
      </Form>
      <div>
        <Status of={picture} />
        <Failure of={picture} />
        <Output of={picture.outputs.picture} />
      </div>
    </section>
  );
}
