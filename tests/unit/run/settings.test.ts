import { describe, expect, test } from "@jest/globals";
import { readSettings } from "@/lib/settings";

describe("the settings", () => {
  test("all have sound defaults", () => {
    expect(readSettings({})).toMatchObject({
      ALLOWED_ORIGINS: [],
      EMBED_ORIGINS: ["*"],
      YIELDCAST_CONCURRENCY: 20,
      YIELDCAST_GRACE_SECONDS: 30,
      YIELDCAST_KEEP_SECONDS: 3600,
    });
  });

  test("an empty variable is one that is not set", () => {
    expect(readSettings({ YIELDCAST_CONCURRENCY: "", PUBLIC_URL: "" })).toEqual(readSettings({}));
  });

  test("numbers and lists are read from texts", () => {
    const settings = readSettings({
      YIELDCAST_CONCURRENCY: "3",
      YIELDCAST_GRACE_SECONDS: "0",
      PUBLIC_URL: "https://demos.example.org/",
      ALLOWED_ORIGINS: "https://a.example, http://b.example:8080/x\n*",
    });
    expect(settings).toMatchObject({
      YIELDCAST_CONCURRENCY: 3,
      YIELDCAST_GRACE_SECONDS: 0,
      PUBLIC_URL: "https://demos.example.org",
      ALLOWED_ORIGINS: ["https://a.example", "http://b.example:8080", "*"],
    });
  });

  test.each([
    ["YIELDCAST_CONCURRENCY", "0"],
    ["YIELDCAST_CONCURRENCY", "many"],
    ["YIELDCAST_CONCURRENCY", "1.5"],
    ["YIELDCAST_GRACE_SECONDS", "-1"],
    // A timer that is set for longer than 2^31 ms fires at once.
    ["YIELDCAST_GRACE_SECONDS", "2592000"],
    ["YIELDCAST_KEEP_SECONDS", "2592000"],
    ["YIELDCAST_TIME_LIMIT_SECONDS", "2592000"],
    ["PUBLIC_URL", "demos.example.org"],
    ["PUBLIC_URL", "ftp://demos.example.org"],
    ["ALLOWED_ORIGINS", "https://a.example nonsense"],
  ])("%s=%s is refused by its name, with what came", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(
      new RegExp(`${name}: .*; got "${value}"`),
    );
  });

  test("all that are wrong are told at once", () => {
    const read = () =>
      readSettings({ PUBLIC_URL: "x", YIELDCAST_CONCURRENCY: "0", YIELDCAST_MAX_VIEWERS: "y" });
    expect(read).toThrow(/PUBLIC_URL: .*\n.*YIELDCAST_CONCURRENCY: .*\n.*YIELDCAST_MAX_VIEWERS: /);
  });
});
