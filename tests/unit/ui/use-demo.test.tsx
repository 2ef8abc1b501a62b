import { describe, expect, test } from "@jest/globals";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { defineDemo, group, image, number, slider, text } from "yieldcast";
import { Form, RunButton, Status, useDemo } from "yieldcast/react";
import { DescribedDemosProvider } from "@/app/_ui/custom/demos-context";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { describeDemo } from "@/lib/demo/describe";

const checked = checkDemo(
  "demos/count-up.ts",
  defineDemo({
    inputs: { to: number({ default: 3 }), more: group({ pace: slider({ min: 0, max: 9 }) }) },
    outputs: { count: text(), picture: image() },
    run: () => ({ count: "" }),
  }),
);
if (isFault(checked)) throw new Error(checked.problems.join(" "));
const demos = [{ demo: describeDemo(checked), document: "", timeline: "" }];

function onServer(Page: () => ReactNode): string {
  return renderToString(
    <DescribedDemosProvider demos={demos}>
      <Page />
    </DescribedDemosProvider>,
  );
}

let seen: object = {};
function Own() {
  const demo = useDemo("count-up", { values: { to: 5 } });
  seen = {
    values: demo.values,
    names: [Object.keys(demo.inputs), Object.keys(demo.outputs)],
    latest: { ...demo.latest },
    how: [demo.phase, demo.active, demo.runId, demo.error, demo.progress],
  };
  return (
    <Form of={demo} label="Mine">
      <RunButton of={demo} />
      <Status of={demo} className="mine" />
    </Form>
  );
}

function Other() {
  return useDemo("fake-diffusion").title;
}

describe("useDemo on the server", () => {
  test("gives the form, its values, and outputs that have nothing yet", () => {
    const html = onServer(Own);
    expect(seen).toEqual({
      values: { to: 5, pace: 0 },
      names: [
        ["to", "pace"],
        ["count", "picture"],
      ],
      latest: { count: undefined, picture: undefined },
      how: ["idle", false, undefined, undefined, undefined],
    });
    expect(html).toContain('aria-label="Mine"');
    expect(html).toMatch(/<button type="submit"[^>]*>Run/);
    expect(html).toMatch(/class="[^"]*mine/);
    expect(html).toContain('data-phase="idle"');
  });

  test("says what to write where no WithDemos names the demo", () => {
    expect(() => onServer(Other)).toThrow(
      'useDemo("fake-diffusion") was called where <WithDemos> does not name it. Have the page\'s server component write <WithDemos names={["count-up","fake-diffusion"]}> around it.',
    );
    expect(() => renderToString(<Other />)).toThrow("outside of <WithDemos>");
  });
});
