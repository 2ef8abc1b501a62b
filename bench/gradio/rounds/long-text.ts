import { slope } from "../../statistics";
import { followGradio } from "../follow-gradio";
import type { StartGradio } from "../gradio-rounds";

const asked = 20_000;

/** It has one delivery, EVERY; the page is given no other. */
export async function gradioLongText(start: StartGradio) {
  await using gradio = await start("long-text");
  await read(gradio.url, 500);
  const times: { length: number; seconds: number }[] = [];
  for (const length of [5000, 10_000, asked, 40_000]) {
    times.push({ length, seconds: await read(gradio.url, length) });
  }
  const whole = times.find(({ length }) => length === asked)?.seconds ?? Number.NaN;
  return {
    latest: asked / whole,
    every: asked / whole,
    exponent: slope(times.map(({ length, seconds }) => [Math.log(length), Math.log(seconds)])),
  };
}

/** Seconds from asking for a text to having it whole. */
async function read(url: string, tokens: number): Promise<number> {
  let text = "";
  let yields = 0;
  const began = performance.now();
  await followGradio(url, [tokens], ([reply]) => {
    text = String(reply);
    yields++;
  });
  const seconds = (performance.now() - began) / 1000;
  const sent = Array.from({ length: tokens }, (_, at) => `${at % 10_000} `.padStart(5, "0"));
  if (text !== sent.join("") || yields !== tokens) {
    throw new Error(`The text of ${tokens} tokens, in ${yields} yields, is not what was sent.`);
  }
  return seconds;
}
