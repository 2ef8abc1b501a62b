import type { Demo } from "../demo/demo";
import type { Settings } from "../settings";
import type { ByteStore, RunRecord } from "../store/log-store";
import type { UploadStore } from "../store/upload-store";
import { type Ending, execute } from "./execute";
import { type Feeds, givenInputs } from "./given-inputs";
import type { LogWriter } from "./log-writer";
import { RunStopped } from "./run-stopped";

/** A run that is to be carried out. */
export interface Waiting {
  readonly record: RunRecord;
  readonly log: LogWriter;
  readonly feeds: Feeds;
  /** Aborted with a `RunStopped`. */
  readonly stop: AbortController;
}

export interface CarryOutOptions {
  settings: Settings;
  bytes: ByteStore;
  uploads: UploadStore;
  /** A demo by its name, as it is now. */
  findDemo(name: string): Promise<Demo | undefined>;
}

/** Runs a run's demo as long as it may take, and says how it ended. It never throws. */
export async function carryOut(
  { record, log, feeds, stop }: Waiting,
  { settings, bytes, uploads, findDemo }: CarryOutOptions,
): Promise<Ending> {
  let limit: NodeJS.Timeout | undefined;
  try {
    await log.append({ status: "RUNNING" });
    const demo = await findDemo(record.demo);
    if (!demo) {
      const message = `There is no demo "${record.demo}" any more.`;
      return { status: "FAILED", failure: { code: "DEMO_NOT_FOUND", message } };
    }
    const seconds = demo.timeLimit ?? settings.YIELDCAST_TIME_LIMIT_SECONDS;
    limit = setTimeout(() => stop.abort(outOfTime(seconds)), seconds * 1000);
    const inputs = await givenInputs(record, feeds, uploads);
    return await execute({
      demo,
      record,
      inputs,
      log,
      signal: stop.signal,
      writer: {
        keepBytes: (data, type) => bytes.put(record.id, data, type),
        maxValueBytes: settings.YIELDCAST_MAX_VALUE_BYTES,
        readableFolders: [uploads.folder],
      },
    });
  } catch (error) {
    if (error instanceof RunStopped) return error;
    console.error(`The run ${record.id} of "${record.demo}" could not be carried out:`, error);
    const message = "The server could not carry out the run.";
    return { status: "FAILED", failure: { code: "INTERNAL", message } };
  } finally {
    clearTimeout(limit);
  }
}

function outOfTime(seconds: number): RunStopped {
  const message = `The run took longer than ${seconds} s. The demo's timeLimit or YIELDCAST_TIME_LIMIT_SECONDS sets this limit.`;
  return new RunStopped("FAILED", { code: "TIME_LIMIT", message });
}
