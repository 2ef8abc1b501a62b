import { expect, test } from "@jest/globals";
import { regexpSteps } from "@/app/_ui/kinds/plot/regexp-steps";

test.each([
  ["\\s+", 40],
  ["^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)", 40],
  ["^https?://(www\\.)?([^/]+)", 200],
  ["([a-z]+)-([0-9]+)", 100],
  ["(?:ab)+", 1000],
  ["(?<year>\\d{4})-(?<month>\\d\\d)", 40],
  ["[(+*)]+", 1000],
])("/%s/ is soon through %d letters", (pattern, letters) => {
  expect(regexpSteps(pattern, letters)).toBeLessThan(20_000_000);
});

test.each([
  ["(a+)+$", 30],
  ["(a|a)*$", 30],
  ["((a)+)*$", 30],
  ["(a|aa)+$", 40],
  ["(?:a*)*b", 30],
  ["(a?){30}a{30}", 30],
  [`${"a?".repeat(30)}${"a".repeat(30)}`, 30],
  [`${"(a|a)".repeat(30)}b`, 30],
  ["a*a*a*a*a*a*b", 60],
  ["(.*a){20}", 30],
])("/%s/ may go on for ever with %d letters", (pattern, letters) => {
  expect(regexpSteps(pattern, letters)).toBeGreaterThan(50_000_000);
});
