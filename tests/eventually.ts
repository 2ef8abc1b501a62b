import { setTimeout as delay } from "node:timers/promises";

/**
 * Asks until the answer satisfies: for what the server tells to who asks, and to nobody else.
 *
 * @throws Error with the last answer, where it is not so within `seconds`
 */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  satisfies: (answer: Answer) => boolean,
  seconds = 60,
): Promise<Answer> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(`Not so within ${seconds} s; the last answer was ${JSON.stringify(answer)}`);
    }
    await delay(20);
  }
}
