import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { makeThumbnail } from "@/app/_ui/history/make-thumbnail";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { describeDemo } from "@/lib/demo/describe";
import { json } from "@/lib/index";

const demo = checkDemo("demos/any.ts", { outputs: { any: json() }, run: () => ({}) });
if (isFault(demo)) throw new Error(demo.problems.join());
const { outputs } = describeDemo(demo);

const browser = globalThis as { Image?: unknown; location?: unknown };
const { Image, location } = browser;
let fetched: string[];

beforeEach(() => {
  fetched = [];
  browser.location = { href: "https://site.test/demos/any" };
  browser.Image = class {
    set src(address: string) {
      fetched.push(address);
    }
    async decode() {
      throw new Error("There is no picture here.");
    }
  };
});
afterEach(() => {
  Object.assign(browser, { Image, location });
});

test.each([
  "https://evil.test/pixel.png",
  "//evil.test/pixel.png",
  "/api/graphql?query=subscription{countUp{seq}}",
  "/media/../api/graphql?query={demos{name}}",
  "/.//api/graphql?query={demos{name}}",
  "data:image/svg+xml,<svg/>",
  "javascript:alert(1)",
  "http://[",
])("a value that only looks like a picture has nothing fetched: %s", async (url) => {
  await makeThumbnail(outputs, { any: { url, width: 5 } });
  expect(fetched).toEqual([]);
});

test("a picture of a run is fetched", async () => {
  await makeThumbnail(outputs, { any: [{ url: "/media/run/1", width: 500 }] });
  expect(fetched).toEqual(["https://site.test/media/run/1?width=160"]);
});
