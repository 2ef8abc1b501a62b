import { percentile } from "../../statistics";
import { followGradio } from "../follow-gradio";
import type { StartGradio } from "../gradio-rounds";

const wanted = 500;
const perSecond = 100;

/** Not with 200 clients: it takes 54 s with 250, and those say enough. */
export async function gradioTokens(start: StartGradio) {
  await using gradio = await start("tokens");
  await readTokens(gradio.url, 0, 10);
  const one = await ask(gradio.url, 1);
  const ten = await ask(gradio.url, 10);
  const fifty = await ask(gradio.url, 50);
  const hundred = await ask(gradio.url, 100);
  const most = await ask(gradio.url, 250);
  return {
    seconds1: one.seconds,
    seconds10: ten.seconds,
    seconds50: fifty.seconds,
    seconds100: hundred.seconds,
    seconds250: most.seconds,
    late10: ten.late,
    late100: hundred.late,
  };
}

async function ask(url: string, clients: number) {
  const seen = await Promise.all(
    Array.from({ length: clients }, async () => {
      const began = performance.now();
      const late = await readTokens(url, 0, wanted);
      return { seconds: (performance.now() - began) / 1000, late };
    }),
  );
  const seconds = seen.reduce((sum, each) => sum + each.seconds, 0) / clients;
  const late = seen.flatMap((each) => each.late);
  return { seconds, late: percentile(late, 0.95) };
}

/**
 * Reads a run of tokens that are each the instant of their yield, and each later than the one before.
 *
 * @param at the place of the function among those of the app
 * @returns how late each came, in milliseconds
 */
export async function readTokens(url: string, at: number, amount: number): Promise<number[]> {
  const late: number[] = [];
  let before = "";
  let last = 0;
  await followGradio(
    url,
    [amount, perSecond],
    ([reply]) => {
      const text = String(reply);
      const token = Number(text.slice(before.length));
      if (!text.startsWith(before) || !(token > last)) {
        throw new Error(`"${text.slice(before.length)}" came after ${last}.`);
      }
      late.push(performance.timeOrigin + performance.now() - token);
      before = text;
      last = token;
    },
    at,
  );
  if (late.length !== amount) throw new Error(`${late.length} of ${amount} tokens came.`);
  return late;
}
