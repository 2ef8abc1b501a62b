import type { InputDescription } from "@/lib/demo/describe";
import type { FileFacts } from "./file-checks";

/** In milliseconds. */
const patience = 2000;

/** What every kind is, which only who gives a file needs. */
const load = () => import("./file-checks").catch(() => undefined);

/**
 * Looks whether an input takes a file. Where the checks cannot be had soon, as offline, the server's are left.
 *
 * @throws Error that says what it is and what to choose instead
 */
export async function checkFile(
  input: InputDescription,
  file: File,
  facts?: FileFacts,
): Promise<void> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const checks = await Promise.race([load(), late]);
  await checks?.checkNow(input, file, facts);
}

/** Fetches what `checkFile` needs, before there is a file. */
export function preloadFileChecks(): void {
  void load();
}
