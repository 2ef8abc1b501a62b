import { describe, test } from "@jest/globals";
import { createSite, type Site, testSite, waitForLog } from "../site";

/**
 * Whether the site under test was started by the tests themselves. Of any other one, given by
 * `YIELDCAST_URL`, neither the log can be read nor a second one with other settings be started.
 */
const own = process.env.YIELDCAST_LOG !== undefined;

/** For tests that need a site of their own: else they are reported as skipped. */
export const describeOwn = own ? describe : describe.skip;
export const testOwn = own ? test : test.skip;

/** The same site once more, with settings of a test's own. */
export function siteWith(env: Record<string, string>): Promise<Site> {
  return createSite({ ...testSite, env });
}

/** Waits for a line in the log of the site that all tests share. */
export function waitForSharedLog(pattern: RegExp, milliseconds: number): Promise<void> {
  return waitForLog(process.env.YIELDCAST_LOG ?? "", pattern, milliseconds);
}
