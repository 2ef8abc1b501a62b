import { z } from "zod";

const whole = (fallback: number, least = 1, most = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number().int().min(least).max(most).default(fallback);

// A timer that is set for longer fires at once: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args
const seconds = (fallback: number, least: number) => whole(fallback, least, 2_147_483);

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

const origins = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.union([z.literal("*"), origin])));

/**
 * Every setting, read from the environment once at start. `docs/settings.md` is written from this
 * schema (`npm run docs`) and a test holds the two together.
 */
export const settingsSchema = z.object({
  PUBLIC_URL: origin
    .optional()
    .describe(
      "The address under which people reach the site, such as `https://demos.example.org`. It is the origin that may use the API, and absolute addresses are made with it. Without it the API is for pages of the same host, and addresses are relative.",
    ),
  ALLOWED_ORIGINS: origins
    .default([])
    .describe(
      "Other origins whose pages may use the API from a browser, separated by commas or spaces; `*` allows all.",
    ),
  EMBED_ORIGINS: origins
    .default(["*"])
    .describe("Origins whose pages may embed `/embed/<name>` in a frame; `*` allows all."),
  YIELDCAST_SHOW_SOURCE: z
    .enum(["dev", "always", "never"])
    .default("dev")
    .describe(
      "Whether a demo's page shows its file: `dev` (only `npm run dev` does), `always` or `never`. Whoever visits the site reads it then, a key that stands in it too.",
    ),

  YIELDCAST_CONCURRENCY: whole(20).describe(
    "Runs of one demo that go on at once, where the demo does not say (`concurrency`). Others queue.",
  ),
  YIELDCAST_MAX_QUEUED: whole(1000).describe(
    "Runs that may wait in the queues of all demos together. One more is refused (`QUEUE_FULL`).",
  ),
  YIELDCAST_TIME_LIMIT_SECONDS: seconds(600, 1).describe(
    "Seconds that one run may take, where the demo does not say (`timeLimit`). Then it has failed (`TIME_LIMIT`).",
  ),
  YIELDCAST_GRACE_SECONDS: seconds(30, 0).describe(
    "Seconds after which a run whose last viewer left is cancelled. A viewer who comes back in time keeps it going.",
  ),
  YIELDCAST_KEEP_SECONDS: seconds(3600, 0).describe(
    "Seconds for which a finished run can still be watched and replayed.",
  ),

  YIELDCAST_LOG_MAX_ENTRIES: whole(20_000).describe(
    "Entries kept in the log of one run. Beyond it the oldest are folded into the run's state.",
  ),
  YIELDCAST_LOG_MAX_BYTES: whole(128 * 2 ** 20).describe(
    "Bytes kept in the log of one run, pictures included. Beyond it the oldest entries are folded into the run's state.",
  ),
  YIELDCAST_MAX_STATE_BYTES: whole(128 * 2 ** 20).describe(
    "Bytes that the outputs of one run may hold, such as a text that grows. Beyond it the run fails (`STATE_TOO_LARGE`). A character counts as two bytes.",
  ),
  YIELDCAST_MAX_TOTAL_BYTES: whole(2 ** 30).describe(
    "Bytes of all runs together. Beyond it finished runs are forgotten, the oldest first.",
  ),
  YIELDCAST_MAX_EXAMPLE_RUNS: whole(100, 0).describe(
    "Runs of examples (`examples: { run: true }`) that are kept, of all demos together. Others are not run; 0 runs none.",
  ),
  YIELDCAST_MAX_EXAMPLES_BYTES: whole(128 * 2 ** 20).describe(
    "Bytes of them together, a part of those of all runs. Beyond it their oldest entries are folded, then one more fails (`EXAMPLES_TOO_LARGE`).",
  ),
  YIELDCAST_MAX_VALUE_BYTES: whole(16 * 2 ** 20).describe(
    "Characters of text or JSON that one yield may carry.",
  ),
  YIELDCAST_MAX_EVENT_BYTES: whole(2 ** 20).describe(
    "Bytes after which one merged event is sent and the rest goes into the next. A single yield is never cut.",
  ),

  YIELDCAST_MAX_VIEWERS: whole(5000).describe(
    "Viewers of all runs together. One more is refused (`TOO_MANY_VIEWERS`).",
  ),
  YIELDCAST_MAX_CONNECTION_OPERATIONS: whole(100).describe(
    "Operations that one WebSocket may have open. One more is refused (`TOO_MANY_OPERATIONS`).",
  ),
  YIELDCAST_MAX_REQUEST_BYTES: whole(1024 * 1024, 1024).describe(
    "Bytes of one request's body, and of one message on a WebSocket.",
  ),
  YIELDCAST_MAX_UPLOAD_BYTES: whole(100 * 2 ** 20).describe(
    "Bytes of one uploaded file. A larger one is refused as it comes in (`UPLOAD_TOO_LARGE`).",
  ),
  YIELDCAST_MAX_UPLOADS_TOTAL_BYTES: whole(2 * 2 ** 30).describe(
    "Bytes of all uploaded files on disk, those included that are coming in. Beyond it files go that are kept only to be run again, then one more is refused (`TOO_MANY_UPLOADS`).",
  ),
  YIELDCAST_MAX_UPLOADS: whole(1000).describe(
    "Uploaded files on disk, likewise (`TOO_MANY_UPLOADS`).",
  ),
  YIELDCAST_UPLOAD_KEEP_SECONDS: seconds(600, 0).describe(
    "Seconds for which an uploaded file is kept after the last run that was given it, so that it can be run again; 0 removes it at once. One that no run has been given yet is kept for as long, and at least a minute.",
  ),
  YIELDCAST_UPLOADS_FOLDER: z
    .string()
    .optional()
    .describe(
      "The folder below which each process keeps uploaded files in one of its own. Default: the system's folder for temporary files.",
    ),

  YIELDCAST_MAX_FEED_BYTES: whole(4 * 2 ** 20, 1024).describe(
    "Bytes of sound or of a video's frames that may wait for a demo, for one input of one run. Beyond it who feeds it waits, 10 s at most (`FEED_FULL`).",
  ),
  YIELDCAST_MAX_FEEDS_TOTAL_BYTES: whole(256 * 2 ** 20, 1024).describe(
    "The same for all inputs of all runs together, those included that wait for their turn. One piece of each may wait beyond it.",
  ),
  YIELDCAST_FEED_IDLE_SECONDS: seconds(30, 1).describe(
    "Seconds after which a microphone or camera that says nothing has ended. It counts from the start of the run.",
  ),
  YIELDCAST_MAX_ENCODINGS: whole(200).describe(
    "Pictures, and pieces of sound and video for playlists and files, that may wait to be made. One more is refused (`TOO_MANY_PICTURES`, over HTTP 503).",
  ),
  YIELDCAST_ENCODED_CACHE_BYTES: whole(128 * 2 ** 20, 0).describe(
    "Bytes of what was so made that are kept, so that many viewers cost one encoding.",
  ),
});

export type Settings = z.output<typeof settingsSchema>;

/**
 * Reads the settings from an environment.
 *
 * @throws Error that lists every wrong setting: its name, what was expected, what came
 * @example readSettings(process.env).YIELDCAST_GRACE_SECONDS // 30
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  // An empty variable, as `FOO= npm start` makes it, means "not set".
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const result = settingsSchema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name}: ${issue.message}; got ${JSON.stringify(environment[name])}`;
  });
  throw new Error(`These settings are wrong (docs/settings.md lists all):\n${faults.join("\n")}`);
}
