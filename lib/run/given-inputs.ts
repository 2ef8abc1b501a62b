import type { Demo } from "../demo/demo";
import { putFile, readPlace } from "../demo/upload-place";
import type { Settings } from "../settings";
import type { RunRecord } from "../store/log-store";
import type { UploadStore } from "../store/upload-store";
import type { Feed } from "./feed";
import { createInputFeed } from "./feeds";
import type { FeedBudget } from "./feeds/feed-budget";
import { RunStopped } from "./run-stopped";

/** What is fed to a run, by input. */
export type Feeds = Map<string, Feed>;

/** Makes the feeds of a run, into which may be pushed before its turn has come. */
export function createFeeds(
  demo: Demo,
  record: RunRecord,
  limits: { settings: Settings; budget: FeedBudget },
): Feeds {
  const feeds: Feeds = new Map();
  for (const [name, input] of Object.entries(demo.inputs)) {
    const feed = createInputFeed({ name, input, initial: record.inputs[name], ...limits });
    if (feed) feeds.set(name, feed);
  }
  return feeds;
}

/**
 * What `run` is given: a copy of the values, files in the place of uploads, and feeds, which begin.
 *
 * @throws RunStopped `UPLOAD_NOT_FOUND` where a file has gone while the run waited for its turn
 */
export async function givenInputs(
  record: RunRecord,
  feeds: Feeds,
  uploads: UploadStore,
): Promise<{ [input: string]: unknown }> {
  const given: { [input: string]: unknown } = structuredClone(record.inputs);
  for (const [written, id] of Object.entries(record.uploads)) {
    const place = readPlace(written);
    const upload = await uploads.find(id);
    if (!upload) {
      const message = `The file of the input "${place.input}" is not kept any more. Upload it again.`;
      throw new RunStopped("FAILED", { code: "UPLOAD_NOT_FOUND", message });
    }
    putFile(given, place, upload.file);
  }
  for (const [name, feed] of feeds) {
    given[name] = feed.given;
    feed.begin();
  }
  return given;
}
