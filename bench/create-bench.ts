import { createSite, type Site } from "../tests/site";
import { type Limit, startLimit } from "./limits/start-limit";

/** A whole workload, for figures, or a small one, which shows that what is received is right. */
export type Size = "full" | "small";

/** What a measure finds around itself. */
export interface Bench {
  readonly size: Size;
  /** A production site with the demos of `bench/demos`, shared by the measures. */
  readonly site: Site;
  /** A site of the measure's own, with settings of its own: `await using`. */
  startSite(env?: Record<string, string>): Promise<Site>;
  /**
   * A bare server to be measured beside it, which goes on until the bench ends.
   *
   * @param name a file of `bench/limits`
   */
  limit(name: string): Promise<Limit>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface BenchOptions {
  size: Size;
  /** Name and demos of the site; those with the same ones share one build. */
  name: string;
  demos: string[];
  /** What Node is started with, for all sites. */
  flags?: string[];
}

/**
 * Starts a site for measures.
 *
 * @example await using bench = await createBench({ size: "full", name: "bench", demos: ["bench/demos"] });
 */
export async function createBench({ size, name, demos, flags = [] }: BenchOptions): Promise<Bench> {
  const startSite = (env: Record<string, string> = {}) =>
    createSite({ name, demos, mode: "production", env, flags });
  const limits = new Map<string, Promise<Limit>>();
  const site = await startSite();
  return {
    size,
    site,
    startSite,
    limit(wanted) {
      const limit = limits.get(wanted) ?? startLimit(wanted);
      limits.set(wanted, limit);
      return limit;
    },
    async [Symbol.asyncDispose]() {
      for (const limit of limits.values()) (await limit)[Symbol.dispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}
