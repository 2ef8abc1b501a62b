import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { eventually } from "../eventually";
import type { Site } from "../site";
import { apiAddress } from "./address";
import { collect, collectData, take } from "./collect";
import { describeOwn, siteWith } from "./own-site";
import { ask, query } from "./query";
import { cancel, find, start } from "./runs";
import { type Subscription, transports } from "./transport";

/** Each limit so low that a test hits it. */
const settings = {
  YIELDCAST_MAX_QUEUED: "1",
  YIELDCAST_MAX_VIEWERS: "3",
  YIELDCAST_MAX_CONNECTION_OPERATIONS: "2",
  YIELDCAST_MAX_STATE_BYTES: "2000",
  YIELDCAST_MAX_VALUE_BYTES: "50",
  YIELDCAST_MAX_REQUEST_BYTES: "2000",
};

describeOwn("a limit that is hit says which one, and its setting,", () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteWith(settings);
  });
  afterAll(() => site[Symbol.asyncDispose]());

  describe.each(transports)("over $name", ({ subscribe }) => {
    const refusal = async (document: string) => {
      const [only, ...more] = await collect(subscribe(document, { url: site.url }));
      expect(more).toEqual([]);
      return only?.errors?.[0];
    };
    const running = () => ask('{ demo(name: "deaf") { running } }', {}, site.url);

    test("QUEUE_FULL, for a mutation too", async () => {
      const blocker = await start("OneAtATime(takes: 60000)", site.url);
      const waits = await start("OneAtATime(takes: 0)", site.url);
      const message = expect.stringContaining("YIELDCAST_MAX_QUEUED");
      expect(await refusal("subscription { oneAtATime { name { value } } }")).toMatchObject({
        message,
        extensions: { code: "QUEUE_FULL" },
      });
      expect(await query("mutation { startOneAtATime { id } }", {}, site.url)).toMatchObject({
        errors: [{ message, extensions: { code: "QUEUE_FULL" } }],
      });
      await cancel(blocker, site.url);
      await eventually(
        () => find(waits.id, site.url),
        (run) => run?.status === "DONE",
      );
    });

    test("TOO_MANY_VIEWERS, and then no run is started for nobody", async () => {
      const run = await start("Deaf", site.url);
      const viewers: Subscription<unknown>[] = [];
      for (let at = 0; at < 3; at++) {
        const viewer = subscribe(`subscription { deaf(run: "${run.id}") { count } }`, {
          url: site.url,
        });
        await take(viewer, 1);
        viewers.push(viewer);
      }
      const before = await running();
      const expected = {
        message: expect.stringContaining("YIELDCAST_MAX_VIEWERS"),
        extensions: { code: "TOO_MANY_VIEWERS" },
      };
      expect(await refusal(`subscription { deaf(run: "${run.id}") { count } }`)).toMatchObject(
        expected,
      );
      expect(await refusal("subscription { deaf { count } }")).toMatchObject(expected);
      expect(await running()).toEqual(before);

      viewers.pop()?.destroy();
      await eventually(
        () => find(run.id, site.url),
        (now) => now?.viewers === 2,
      );
      await take(
        subscribe(`subscription { deaf(run: "${run.id}") { count } }`, { url: site.url }),
        1,
      );
      await cancel(run, site.url);
      await eventually(
        () => find(run.id, site.url),
        (now) => now?.viewers === 0,
      );
    });

    test("STATE_TOO_LARGE, for a text that grows and grows", async () => {
      const data = await collectData(
        subscribe<{
          drip: {
            yields: number;
            run: { status: string; error: { code: string; message: string } };
          };
        }>(
          "subscription { drip(total: 10000, pause: 0, delivery: LATEST) { yields run { status error { code message } } } }",
          { url: site.url },
        ),
      );
      expect(data.at(-1)?.drip.run).toMatchObject({
        status: "FAILED",
        error: {
          code: "STATE_TOO_LARGE",
          message: expect.stringContaining("YIELDCAST_MAX_STATE_BYTES"),
        },
      });
    });

    test("a yield that is larger than one may be", async () => {
      expect(await refusal("subscription { flood { water { delta } } }")).toMatchObject({
        message: expect.stringMatching(/water.*YIELDCAST_MAX_VALUE_BYTES/),
        extensions: { code: "BAD_YIELD" },
      });
    });
  });

  test("TOO_MANY_OPERATIONS refuses one more, and leaves the others as they are", async () => {
    const client = createClient({
      url: apiAddress(site.url).replace(/^http/, "ws"),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const run = await start("Deaf", site.url);
    const follow = { query: `subscription { deaf(run: "${run.id}") { count run { status } } }` };
    const first = client.iterate(follow);
    const second = client.iterate(follow);
    await first.next();
    await second.next();
    const refused = await client
      .iterate(follow)
      .next()
      .catch((errors: unknown) => errors);
    expect(refused).toMatchObject([
      {
        message: expect.stringContaining("YIELDCAST_MAX_CONNECTION_OPERATIONS"),
        extensions: { code: "TOO_MANY_OPERATIONS" },
      },
    ]);
    await second.return?.();
    // One is over, so there is room for another.
    await eventually(
      () => find(run.id, site.url),
      (now) => now?.viewers === 1,
    );
    const third = client.iterate(follow);
    expect((await third.next()).value).toMatchObject({ data: {} });
    await cancel(run, site.url);
    const rest = [];
    for await (const result of first) rest.push(result);
    expect(rest.at(-1)).toMatchObject({ data: { deaf: { run: { status: "CANCELLED" } } } });
    await client.dispose();
  });
});
