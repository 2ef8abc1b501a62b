import { describe, expect, test } from "@jest/globals";
import { inTime } from "../in-time";
import { collectData } from "./collect";
import { subscribeOverSocket } from "./over-socket";

/** What no answer may hold: a stack's line or a path of the server. */
const secrets = /\bat \S+ \(|node_modules|\/lib\/|\.(ts|js|mjs):\d|file:|\/etc/;

/** How a run ends that yields one of them. */
async function end(what: string) {
  const data = await collectData(
    subscribeOverSocket<{
      hostileMedia: { run: { status: string; error: { message: string } | null } };
    }>(`subscription { hostileMedia(what: ${what}) { run { status error { code message } } } }`),
  );
  return data.at(-1)?.hostileMedia.run;
}

describe("a yield that is no sound or no film", () => {
  test.each([
    ["nothing", /The output "sound" expects .*got/],
    ["a_picture", /The output "sound" expects .*got 508 bytes that begin with 89 50 4e 47/],
    ["words", /The output "sound" expects .*got/],
    ["cut_sound", /The output "sound" .*(damaged|breaks off)/],
    ["endless_sound", /The output "sound" expects/],
    ["a_path_outside", /The output "sound" expects a path to a file inside the project/],
    ["no_samples", /The output "sound" expects .*got/],
    ["cut_film", /The output "film" expects/],
    ["endless_film", /The output "film" expects/],
    ["foreign_film", /The output "film" .*HEVC.*ffmpeg/],
    ["sound_as_film", /The output "film" expects/],
  ])("ends its run with words of what came: %s", async (what, says) => {
    const run = await end(what);
    expect(run).toMatchObject({ status: "FAILED", error: { code: "BAD_YIELD" } });
    expect(run?.error?.message).toMatch(says);
    expect(run?.error?.message).not.toMatch(secrets);
  });

  test("delays nobody: a count goes on at its pace beside twenty of them", async () => {
    const longestPause = async () => {
      const came: number[] = [];
      const counting = (async () => {
        for await (const { data } of subscribeOverSocket<{ drip: { index: number } }>(
          "subscription { drip(total: 100, pause: 20) { index } }",
        )) {
          if (data?.drip) came.push(performance.now());
        }
      })();
      const hostile = ["endless_film", "endless_sound", "foreign_film", "cut_sound"];
      await Promise.all(Array.from({ length: 20 }, (_, at) => end(hostile[at % 4] ?? "nothing")));
      await counting;
      expect(came.length).toBe(100);
      return Math.max(...came.slice(1).map((at, index) => at - (came[index] ?? at)));
    };
    await inTime(longestPause, (longest) => expect(longest).toBeLessThan(500));
  });
});
