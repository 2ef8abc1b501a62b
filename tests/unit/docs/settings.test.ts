import { expect, test } from "@jest/globals";
import { settingsSchema } from "../../../lib/settings";
import { withSettingsTable } from "../../../tools/settings-table.mjs";
import { guides, readGuide } from "./code-blocks";

const names = Object.keys(settingsSchema.shape);

test("docs/settings.md is fresh: `npm run docs` writes it", () => {
  const guide = readGuide("docs/settings.md");
  expect(withSettingsTable(guide, settingsSchema)).toBe(guide);
});

test.each(guides)("%s names no setting that does not exist", (file) => {
  const named = readGuide(file).match(/\bYIELDCAST_[A-Z_]+\b/g) ?? [];
  const known = [...names, "YIELDCAST_URL"]; // the tests' own
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});
