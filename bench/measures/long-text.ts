import type { Bench } from "../create-bench";
import { follow } from "../follow-subscription";
import { defineMeasure } from "../measure";
import { slope } from "../statistics";

const lengths = { full: [5000, 10_000, 20_000, 40_000], small: [500, 1000] };
const asked = { full: 20_000, small: 1000 };

/** Tokens a second where a text comes without a pause, and whether a longer one costs more a token. */
export const longText = defineMeasure({
  workload: "20,000 tokens of 5 characters without a pause, on a socket",
  rounds: 7,
  warmUp: true,
  figures: {
    latest: { title: "tokens a second, LATEST", unit: "/s", atLeast: 58_000 },
    every: { title: "tokens a second, EVERY", unit: "/s" },
    exponent: {
      title: "LATEST: time grows with this power of the length (5,000 to 40,000)",
      unit: "",
      digits: 2,
      atMost: 1.1,
    },
  },
  async round(bench) {
    const times: { length: number; seconds: number }[] = [];
    for (const length of lengths[bench.size]) {
      times.push({ length, seconds: await read(bench, length, "LATEST") });
    }
    const length = asked[bench.size];
    const whole = times.find((each) => each.length === length)?.seconds ?? Number.NaN;
    return {
      latest: length / whole,
      every: length / (await read(bench, length, "EVERY")),
      exponent: slope(times.map((each) => [Math.log(each.length), Math.log(each.seconds)])),
    };
  },
});

type Data = { benchLongText: { reply: { delta: string; reset: boolean } } };

/** Seconds from asking for a text to having it whole. */
async function read({ site }: Bench, tokens: number, delivery: string): Promise<number> {
  const given = `tokens: ${tokens}, delivery: ${delivery}`;
  const query = `subscription { benchLongText(${given}) { reply { delta reset } } }`;
  let text = "";
  const began = performance.now();
  await follow<Data>(`${site.url}/api/graphql`, query, ({ benchLongText: { reply } }) => {
    text = reply.reset ? reply.delta : text + reply.delta;
  });
  const seconds = (performance.now() - began) / 1000;
  const sent = Array.from({ length: tokens }, (_, at) => `${at % 10_000} `.padStart(5, "0"));
  if (text !== sent.join("")) throw new Error(`The text of ${tokens} tokens is not what was sent.`);
  return seconds;
}
