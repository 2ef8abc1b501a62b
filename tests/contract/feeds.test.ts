import { describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { eventually } from "../eventually";
import { inTime } from "../in-time";
import { collectData, take } from "./collect";
import { siteWith, testOwn } from "./own-site";
import { codeOf, type PushResult, sound, ways } from "./push";
import { ask } from "./query";
import { cancel, find, start } from "./runs";
import { transports } from "./transport";

interface Heard {
  echoMic: {
    piece: { first: number; samples: number; start: number } | null;
    total: number | null;
  };
}
interface Seen {
  echoCamera: {
    picture: { width: number; url: string } | null;
    given: { width: number; mimeType: string; time: number; dropped: number } | null;
    dropped: number | null;
  };
}

const [socket] = transports;
if (!socket) throw new Error("There is no transport.");

const hear = ({ id }: { id: string }, url?: string) =>
  socket.subscribe<Heard>(`subscription { echoMic(run: "${id}") { piece total } }`, { url });
const firstsOf = (events: Heard[]) =>
  events.flatMap(({ echoMic: { piece } }) => piece?.first ?? []);
const picture = async (width: number) => {
  const image = sharp({ create: { width, height: 4, channels: 3, background: "red" } });
  return (await image.jpeg().toBuffer()).toString("base64");
};
const to = (length: number) => Array.from({ length }, (_, at) => at);
const messageOf = ({ errors }: PushResult) => errors?.[0]?.message;

describe.each(ways)("an input that is fed over $name", ({ open }) => {
  test("gives the demo each piece in its order, until it is ended", async () => {
    const run = await start("EchoMic");
    const events = collectData(hear(run));
    await using mic = open({ run, input: "mic" });
    for (const at of to(20)) {
      const end = at === 19;
      const { data } = await mic.push(at, { data: sound(at, 80), end });
      expect(data?.pushInput).toMatchObject({ next: at + 1, dropped: 0 });
    }
    const heard = await events;
    expect(firstsOf(heard)).toEqual(to(20));
    expect(heard.at(-1)?.echoMic.total).toBe(1600);
    expect(heard[3]?.echoMic.piece).toEqual({ first: 3, samples: 80, start: 0.03 });
    expect(codeOf(await mic.push(20, { data: sound(20) }))).toBe("RUN_OVER");
  });

  test("takes a piece once, and none out of turn", async () => {
    const run = await start("EchoMic");
    await using mic = open({ run, input: "mic" });
    expect(codeOf(await mic.push(0, { data: sound(0) }))).toBe("taken");
    expect((await mic.push(0, { data: sound(7) })).data?.pushInput.next).toBe(1);
    const gap = await mic.push(5, { data: sound(5) });
    expect(gap.errors?.[0]?.extensions).toMatchObject({ code: "FEED_GAP", next: 1 });
    expect(messageOf(gap)).toMatch(/"mic" has index 1; got 5/);
    expect(codeOf(await mic.push(1, { end: true }))).toBe("taken");
    expect(codeOf(await mic.push(1, { end: true }))).toMatch(/^(taken|RUN_OVER)$/);
    expect(firstsOf(await collectData(hear(run)))).toEqual([0]);
  });

  test("takes nothing behind its end, while the demo still works", async () => {
    const run = await start("EchoMic(pause: 60000)");
    await using mic = open({ run, input: "mic" });
    await mic.push(0, { data: sound(0), end: true });
    expect(codeOf(await mic.push(1, { data: sound(1) }))).toBe("FEED_ENDED");
    await cancel(run);
    expect(codeOf(await mic.push(1, { data: sound(1) }))).toBe("RUN_OVER");
  });

  test("is fed by who has the key, and only where there is such an input", async () => {
    const [run, other] = [await start("EchoMic"), await start("EchoMic")];
    const codeFor = async (target: Parameters<typeof open>[0]) => {
      await using pusher = open(target);
      return codeOf(await pusher.push(0, { data: sound(0) }));
    };
    expect(await codeFor({ run: { ...run, key: other.key }, input: "mic" })).toBe("WRONG_KEY");
    expect(await codeFor({ run: { ...run, id: "nobody" }, input: "mic" })).toBe("RUN_NOT_FOUND");
    expect(await codeFor({ run, input: "pause" })).toBe("NO_SUCH_INPUT");
    expect(await codeFor({ run, input: "toString" })).toBe("NO_SUCH_INPUT");
    await Promise.all([cancel(run), cancel(other)]);
    expect(await codeFor({ run, input: "mic" })).toBe("RUN_OVER");
  });

  test("is of its own run", async () => {
    const runs = [await start("EchoMic"), await start("EchoMic")];
    const pushers = runs.map((run) => open({ run, input: "mic" }));
    for (const at of to(10)) {
      await Promise.all(
        pushers.map((mic, own) => mic.push(at, { data: sound(own * 100 + at), end: at === 9 })),
      );
    }
    const [one, other] = await Promise.all(runs.map((run) => collectData(hear(run))));
    expect(firstsOf(one ?? [])).toEqual(to(10));
    expect(firstsOf(other ?? [])).toEqual(to(10).map((at) => 100 + at));
    await Promise.all(pushers.map((pusher) => pusher[Symbol.asyncDispose]()));
  });

  test("gives a naive client, with 200 pushes under way at once, order or a clear error", async () => {
    const run = await start("EchoMic");
    await using mic = open({ run, input: "mic" });
    const results = await Promise.all(to(200).map((at) => mic.push(at, { data: sound(at) })));
    const codes = results.map(codeOf);
    const allowed = ["taken", "FEED_GAP", "FEED_FULL", "TOO_MANY_OPERATIONS"];
    expect(codes.filter((code) => !allowed.includes(code))).toEqual([]);
    const taken = codes.filter((code) => code === "taken").length;
    const { data } = await mic.push(taken, { end: true });
    expect(data?.pushInput.next).toBe(taken + 1);
    expect(firstsOf(await collectData(hear(run)))).toEqual(to(taken));
  });

  test("of a slow demo gives it the newest picture, and says how many were dropped", async () => {
    const feed = async () => {
      const run = await start("EchoCamera(pause: 300)");
      await using camera = open({ run, input: "camera" });
      const events = socket.subscribe<Seen>(
        `subscription { echoCamera(run: "${run.id}") { picture { width url } given dropped } }`,
      );
      await camera.push(0, { data: await picture(10) });
      const [first] = await take(events, 1);
      expect(first?.echoCamera.given).toMatchObject({ width: 10, mimeType: "image/jpeg", time: 0 });
      expect(first?.echoCamera.picture?.width).toBe(10);
      for (const at of [1, 2, 3, 4]) await camera.push(at, { data: await picture(10 + at) });
      const { data } = await camera.push(5, { end: true });
      const rest = await collectData(events);
      const given = rest.flatMap(({ echoCamera }) => echoCamera.given?.width ?? []);
      const dropped = rest.at(-1)?.echoCamera.dropped;
      expect(given.at(-1)).toBe(14);
      expect(given.length + (dropped ?? 0)).toBe(4);
      expect(data?.pushInput).toEqual({ next: 6, dropped, bufferedSeconds: null });
      return given;
    };
    // All of the others came while the demo was at work on the first.
    await inTime(feed, (given) => expect(given).toEqual([14]));
  });

  test("of a slow demo gives it every frame of a video", async () => {
    const run = await start("EchoCamera(pause: 20)");
    await using camera = open({ run, input: "camera" });
    for (const at of to(12)) {
      const data = await picture(10 + at);
      expect(codeOf(await camera.push(at, { data, time: at / 4, wait: true }))).toBe("taken");
    }
    await camera.push(12, { end: true });
    const seen = await collectData(
      socket.subscribe<Seen>(`subscription { echoCamera(run: "${run.id}") { given dropped } }`),
    );
    expect(seen.flatMap(({ echoCamera }) => echoCamera.given ?? [])).toEqual(
      to(12).map((at) => ({ width: 10 + at, mimeType: "image/jpeg", time: at / 4, dropped: 0 })),
    );
  });

  test("refuses what is not of its kind, and names the argument", async () => {
    const [run, filming] = [await start("EchoMic"), await start("EchoCamera")];
    await using mic = open({ run, input: "mic" });
    await using camera = open({ run: filming, input: "camera" });
    const faults = [
      await mic.push(0, { data: "AAA=" + "A" }),
      await mic.push(0, { data: "AAAA" }),
      await mic.push(0, { data: "" }),
      await mic.push(0, { value: 5 }),
      await camera.push(0, { data: sound(0, 100) }),
      await camera.push(0, { data: await picture(10), time: -1 }),
    ];
    expect(faults.map(codeOf)).toEqual(faults.map(() => "BAD_USER_INPUT"));
    expect(faults.map(({ errors }) => errors?.[0]?.extensions?.argument)).toEqual([
      "data",
      "data",
      "data",
      "value",
      "data",
      "time",
    ]);
    expect(messageOf(faults[1] ?? {})).toBe(
      'The argument "data" must be whole samples of 2 bytes, at least one, in base64; got 3 bytes.',
    );
    expect(codeOf(await mic.push(0, { data: sound(0) }))).toBe("taken");
    await Promise.all([cancel(run), cancel(filming)]);
  });

  test("moves a control while the run goes on", async () => {
    const run = await start("Moving(tempo: 120)");
    await using tempo = open({ run, input: "tempo" });
    await using mood = open({ run, input: "mood" });
    const events = socket.subscribe<{ moving: { output: unknown } }>(
      `subscription { moving(run: "${run.id}") { output } }`,
    );
    const still = { tempo: 120, count: 1, loud: false, mood: "calm", words: "" };
    expect(await take(events, 1)).toEqual([{ moving: { output: still } }]);
    expect(codeOf(await mood.push(0, { value: "furious" }))).toBe("BAD_USER_INPUT");
    expect(codeOf(await mood.push(0, { value: "wild" }))).toBe("taken");
    expect(codeOf(await tempo.push(0, { value: 90, end: true }))).toBe("taken");
    expect(await collectData(events)).toEqual([
      { moving: { output: { ...still, tempo: 90, mood: "wild", newest: 90 } } },
      { moving: { output: "ended" } },
    ]);
  });
});

testOwn(
  "a stream is bounded, ends in silence, and is let go at a stop, whatever the way",
  async () => {
    // Each waits ten seconds for room: side by side.
    await Promise.all(ways.map(({ open }) => checkBounds(open)));
  },
);

async function checkBounds(open: (typeof ways)[number]["open"]): Promise<void> {
  await using site = await siteWith({
    YIELDCAST_MAX_FEED_BYTES: "1024",
    YIELDCAST_FEED_IDLE_SECONDS: "1",
    YIELDCAST_CONCURRENCY: "1",
  });
  const { url } = site;
  const run = await start("EchoMic(pause: 60000)", url);
  const events = hear(run, url);
  await using mic = open({ run, input: "mic", site: url });
  await mic.push(0, { data: sound(0, 500) });
  await take(events, 1);
  await mic.push(1, { data: sound(1, 500) });
  // What waits in line is fed all the same, and silence does not count yet.
  const queued = await start("EchoMic", url);
  await using later = open({ run: queued, input: "mic", site: url });
  await later.push(0, { data: sound(5, 500) });
  const full = await mic.push(2, { data: sound(2, 500) });
  expect(codeOf(full)).toBe("FEED_FULL");
  expect(messageOf(full)).toMatch(/"mic" has had no room for 10 s.*YIELDCAST_MAX_FEED_BYTES/);
  const waiting = mic.push(2, { data: sound(2, 500) });
  await cancel(run, url);
  expect(codeOf(await waiting)).toBe("RUN_OVER");
  expect(await find(run.id, url)).toMatchObject({ status: "CANCELLED" });
  const heard = await collectData(hear(queued, url));
  expect(firstsOf(heard)).toEqual([5]);
  expect(heard.at(-1)?.echoMic.total).toBe(500);
  expect(site.log()).not.toMatch(/still alive|unhandled/i);
}

test("who watches a run is not given what it takes to feed it", async () => {
  const run = await start("EchoMic");
  const data = await ask(`{ run(id: "${run.id}") { key inputs } }`);
  expect(data).toEqual({ run: { key: null, inputs: { pause: 0 } } });
  await cancel(run);
  await eventually(
    () => find(run.id),
    (now) => now?.status === "CANCELLED",
  );
});

test("a stream is no argument: it is fed later", async () => {
  const data = await ask<{ __type: { fields: { name: string; args: { name: string }[] }[] } }>(
    `{ __type(name: "Subscription") { fields { name args { name } } } }`,
  );
  const field = data.__type.fields.find(({ name }) => name === "echoMic");
  const names = field?.args.map(({ name }) => name).sort();
  expect(names).toEqual(["after", "delivery", "parent", "pause", "run"]);
});

test("from the push of a piece to its event it takes some milliseconds", async () => {
  for (const { name, open } of ways) {
    const feed = async () => {
      const run = await start("EchoMic");
      const events = hear(run);
      await using mic = open({ run, input: "mic" });
      const took: number[] = [];
      for (const at of to(200)) {
        const began = performance.now();
        const pushed = mic.push(at, { data: sound(at, 1600) });
        await take(events, 1);
        took.push(performance.now() - began);
        await pushed;
      }
      await events.return?.();
      await cancel(run);
      took.sort((a, b) => a - b);
      if (process.env.YIELDCAST_FIGURES) {
        console.log(`${name}: p50 ${took[100]?.toFixed(1)} ms, p95 ${took[190]?.toFixed(1)} ms`);
      }
      return took[190];
    };
    // Far above what it takes on an idle machine, and far below what anybody would call live.
    await inTime(feed, (took) => expect(took).toBeLessThan(250));
  }
});
