import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Bench, createBench } from "../../bench/create-bench";
import { wireMeasures } from "../../bench/measures/wire";
import { testSite } from "../site";
import { describeOwn } from "./own-site";

/* Times are for `npm run bench`: here each measure shows that it receives what was sent. */
describeOwn("the bench, in small", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await createBench({ size: "small", ...testSite });
  }, 60_000);
  afterAll(() => bench?.[Symbol.asyncDispose]());

  test.each(Object.entries(wireMeasures))(
    "%s receives what was sent, and finds each of its figures",
    async (_name, measure) => {
      const found: { [figure: string]: number } = await measure.round(bench);
      for (const figure of Object.keys(measure.figures)) {
        expect([figure, found[figure]]).toEqual([figure, expect.any(Number)]);
        expect(found[figure]).not.toBeNaN();
      }
    },
    60_000,
  );
});
