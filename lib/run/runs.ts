import type { CheckedInputs } from "../demo/check-inputs";
import type { Demo } from "../demo/demo";
import { LimitError } from "../store/limit-error";
import type { LogStore, RunRecord } from "../store/log-store";
import { type Audience, createAudience } from "./audience";
import { type CarryOutOptions, carryOut, type Waiting } from "./carry-out";
import { readCursor } from "./cursor";
import type { Ending } from "./execute";
import { createExpiry } from "./expiry";
import { createFeedBudget } from "./feeds/feed-budget";
import { checkKey, findRun } from "./find-run";
import { createFeeds, type Feeds } from "./given-inputs";
import { createLogWriter, type LogWriter } from "./log-writer";
import { newRecord } from "./new-record";
import { createNewestSteps } from "./newest-steps";
import { createMemoryQueue, type Job } from "./queue";
import { RunError } from "./run-error";
import { RunStopped } from "./run-stopped";
import type { FollowOptions, Runs } from "./runs-interface";
import { createSeats } from "./seats";
import { createViewer, type Viewer } from "./viewer";

export interface RunsOptions extends CarryOutOptions {
  logs: LogStore;
}

/** What lives beside the log of a run that is not over, and of one that somebody watches. */
interface Live extends Waiting {
  readonly audience: Audience;
  over: boolean;
  /** Called at the end, by those who wait for it. */
  readonly onEnd: ((ending: Ending) => void)[];
}

export function createRuns({ settings, logs, bytes, uploads, findDemo }: RunsOptions): Runs {
  const live = new Map<string, Live>();
  const concurrencies = new Map<string, number>();
  const expiry = createExpiry(settings.YIELDCAST_KEEP_SECONDS, (run) => void logs.delete(run));
  const budget = createFeedBudget(settings.YIELDCAST_MAX_FEEDS_TOTAL_BYTES);
  const seats = createSeats(settings.YIELDCAST_MAX_VIEWERS);

  const queue = createMemoryQueue({
    work,
    concurrency: (demo) => concurrencies.get(demo) ?? settings.YIELDCAST_CONCURRENCY,
    onMove: (runs) => {
      for (const run of runs) live.get(run)?.audience.nudge();
    },
    onGiveWay: (run) => void giveWay(run),
  });

  async function work({ run }: Job): Promise<void> {
    const own = live.get(run);
    if (!own || own.over) return;
    await finish(own, await carryOut(own, { settings, bytes, uploads, findDemo }));
  }

  async function finish(own: Live, { status, failure }: Ending): Promise<void> {
    if (own.over) return;
    own.over = true;
    for (const feed of own.feeds.values()) feed.close();
    uploads.release(own.record.id);
    own.audience.close();
    if (own.audience.size === 0) live.delete(own.record.id);
    await own.log.append(failure ? { status, error: failure } : { status });
    for (const ended of own.onEnd) ended({ status, failure });
    if (!own.record.pinned) expiry.add(own.record.id);
  }

  async function stop(own: Live, reason: RunStopped): Promise<void> {
    if (own.over) return;
    const ended = endOf(own);
    const waited = queue.remove(own.record.id);
    own.stop.abort(reason);
    if (waited) await finish(own, reason);
    await ended;
  }

  function endOf(own: Live): Promise<Ending> {
    return new Promise((resolve) => own.onEnd.push(resolve));
  }

  async function giveWay(run: string): Promise<void> {
    const own = live.get(run);
    const message = "Another run needs its place.";
    if (own) await stop(own, new RunStopped("CANCELLED", { code: "GAVE_WAY", message }));
  }

  function leave(own: Live, viewer: Viewer): void {
    if (!own.audience.remove(viewer)) return;
    seats.free();
    if (own.over && own.audience.size === 0) live.delete(own.record.id);
  }

  function createLive(record: RunRecord, log: LogWriter, feeds: Feeds, over: boolean): Live {
    const seconds = settings.YIELDCAST_GRACE_SECONDS;
    const audience = createAudience(seconds, () => {
      if (record.pinned) return;
      const message = `Nobody has watched the run for ${seconds} s.`;
      void stop(own, new RunStopped("CANCELLED", { code: "NOBODY_WATCHES", message }));
    });
    const own: Live = {
      record,
      log,
      feeds,
      stop: new AbortController(),
      audience,
      over,
      onEnd: [],
    };
    if (over) audience.close();
    live.set(record.id, own);
    return own;
  }

  const find = (id: string) => findRun(id, { logs, kept: settings.YIELDCAST_KEEP_SECONDS });

  async function start(
    demo: Demo,
    inputs: CheckedInputs,
    parent?: string | null,
  ): Promise<RunRecord> {
    const room = demo.concurrency ?? settings.YIELDCAST_CONCURRENCY;
    // One that need not wait is not one more that waits, however long the lines of other demos are.
    if (queue.waiting >= settings.YIELDCAST_MAX_QUEUED && queue.running(demo.name) >= room) {
      const what = `${queue.waiting.toLocaleString("en")} runs are waiting already`;
      throw new LimitError("QUEUE_FULL", what, "YIELDCAST_MAX_QUEUED");
    }
    if (parent) await find(parent);
    const own = await prepare(demo, newRecord(demo, inputs, parent ?? undefined));
    queue.add({ run: own.record.id, demo: demo.name });
    return own.record;
  }

  /** Makes all that a run needs to wait for its turn. */
  async function prepare(demo: Demo, record: RunRecord): Promise<Live> {
    const log = createLogWriter(record.id, logs);
    const own = createLive(record, log, createFeeds(demo, record, { settings, budget }), false);
    uploads.hold(record.id, Object.values(record.uploads));
    if (demo.concurrency === undefined) concurrencies.delete(demo.name);
    else concurrencies.set(demo.name, demo.concurrency);
    await logs.create(record);
    await own.log.append({ status: "QUEUED" });
    return own;
  }

  async function join(
    record: RunRecord,
    { after, delivery, wants, signal }: FollowOptions,
    owner: boolean,
  ): Promise<Viewer> {
    // A cursor before the first entry is that of a viewer who was cut off while a long state came
    // in pieces: it begins anew.
    const seq = (after == null ? 0 : readCursor(record.id, after)) || undefined;
    const head = await logs.head(record.id);
    if (seq !== undefined && head && seq > head.seq) {
      throw new RunError(
        "BAD_CURSOR",
        "after must be the cursor of an event of this run; this one lies beyond it.",
      );
    }
    // A run that is over lives on only while somebody watches it, and has no more to say.
    const nothing = { append: async () => {}, newest: createNewestSteps() };
    const own = live.get(record.id) ?? createLive(record, nothing, new Map(), true);
    const viewer = createViewer({
      record,
      logs,
      newest: own.log.newest,
      delivery,
      wants,
      owner,
      after: seq,
      maxEventBytes: settings.YIELDCAST_MAX_EVENT_BYTES,
      presence: () => ({ place: queue.place(record.id), viewers: own.audience.size }),
      onLeave: () => {
        signal?.removeEventListener("abort", viewer.leave);
        leave(own, viewer);
      },
    });
    own.audience.add(viewer);
    signal?.addEventListener("abort", viewer.leave, { once: true });
    if (signal?.aborted) viewer.leave();
    return viewer;
  }

  return {
    start,

    async startPinned(demo, inputs) {
      const record = { ...newRecord(demo, inputs, undefined), pinned: true };
      const own = await prepare(demo, record);
      const ended = endOf(own);
      queue.add({ run: record.id, demo: demo.name, idle: true });
      return { id: record.id, ended };
    },

    async drop(id) {
      const own = live.get(id);
      if (own) await stop(own, new RunStopped("CANCELLED", undefined));
      await logs.delete(id);
    },

    async feedOf(id, key, input) {
      const record = await find(id);
      checkKey(record, key, "feed");
      const own = live.get(id);
      if (!own || own.over)
        throw new RunError("RUN_OVER", "The run is over: nothing is fed to it.");
      const feed = own.feeds.get(input);
      if (feed) return feed;
      const names = [...own.feeds.keys()].join(", ") || "none";
      throw new RunError(
        "NO_SUCH_INPUT",
        `The demo "${record.demo}" has no input "${input}" that is fed while it runs; it has ${names}.`,
      );
    },

    async cancel(id, key) {
      const record = await find(id);
      checkKey(record, key, "cancel");
      const own = live.get(id);
      if (own) await stop(own, new RunStopped("CANCELLED", undefined));
      return record;
    },

    find,

    follow: (record, options) => seats.take(() => join(record, options, false)),

    startAndFollow: (demo, inputs, { parent, ...options }) =>
      seats.take(async () => join(await start(demo, inputs, parent), options, true)),

    presence: (id) => ({
      place: queue.place(id),
      viewers: live.get(id)?.audience.size ?? 0,
    }),

    running: queue.running,

    async [Symbol.asyncDispose]() {
      const reason = new RunStopped("CANCELLED", {
        code: "SHUTDOWN",
        message: "The server is shutting down.",
      });
      await Promise.all([...live.values()].map((own) => stop(own, reason)));
      expiry[Symbol.dispose]();
    },
  };
}
