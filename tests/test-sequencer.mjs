import { sep } from "node:path";
import Sequencer from "@jest/test-sequencer";

/** Files that take longest. Begun last, one of them would go on alone. */
const long = ["e2e/dev-site", "e2e/sound.", "e2e/accessibility", "e2e/history", "e2e/uploads"];

/**
 * Jest's own order is by how long each file took before; a fresh clone knows nothing of that. So the long ones
 * come first, then those with a browser, and the quickest at the end, for whoever is done before the others.
 */
export default class TestSequencer extends Sequencer {
  /**
   * @override
   * @param {Parameters<Sequencer["sort"]>[0]} tests
   */
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((one, other) => rank(one.path) - rank(other.path));
  }
}

/** @param {string} file */
function rank(file) {
  const name = file.split(sep).join("/");
  const isLong = long.some((each) => name.includes(`/tests/${each}`));
  return isLong
    ? 0
    : 1 + ["e2e", "contract", "unit"].findIndex((suite) => name.includes(`/tests/${suite}/`));
}
