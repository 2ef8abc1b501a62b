import { describe, expect, test } from "@jest/globals";
import { collect, collectData } from "./collect";
import { transports } from "./transport";

/** What no answer may hold: a stack's line, a path of the server, or what the error was about. */
const secrets = /\bat \S+ \(|node_modules|\/lib\/|\/demos\/|\.(ts|js|mjs):\d|file:|swordfish/;

describe.each(transports)("a demo that fails over $name", ({ subscribe }) => {
  const asData = async (how: string) => {
    const data = await collectData(
      subscribe<{ failing: { count: number | null; run: { status: string; error: unknown } } }>(
        `subscription { failing(how: ${how}) { count run { status error { code message } } } }`,
      ),
    );
    return { events: data.map(({ failing }) => failing), text: JSON.stringify(data) };
  };
  const asError = async (how: string) => {
    const results = await collect(subscribe(`subscription { failing(how: ${how}) { count } }`));
    return { results, text: JSON.stringify(results) };
  };

  test("reaches who selects the status as data, after what it yielded", async () => {
    const { events } = await asData("shown");
    expect(events.map(({ run }) => run.status)).toEqual(["QUEUED", "RUNNING", "RUNNING", "FAILED"]);
    expect(events[2]?.count).toBe(1);
    expect(events[3]).toEqual({
      count: null,
      run: {
        status: "FAILED",
        error: { code: "DEMO_ERROR", message: "The picture is too dark: choose another one." },
      },
    });
  });

  test("reaches who does not as a GraphQL error with a code, after what it yielded", async () => {
    const { results } = await asError("shown");
    expect(results).toHaveLength(2);
    expect(results[0]).toEqual({ data: { failing: { count: 1 } } });
    expect(results[1]).toMatchObject({
      data: null,
      errors: [
        {
          message: "The picture is too dark: choose another one.",
          path: ["failing"],
          extensions: { code: "DEMO_ERROR" },
        },
      ],
    });
  });

  test("reaches who selects only error { code }, or only endedAt, as data too", async () => {
    const data = await collectData(
      subscribe<{ failing: { run: unknown } }>(
        "subscription { failing(how: shown) { run { error { code } } } }",
      ),
    );
    expect(data.at(-1)?.failing.run).toEqual({ error: { code: "DEMO_ERROR" } });
  });

  test("before its first yield reaches both", async () => {
    const message = "It failed before its first yield.";
    expect((await asData("at_once")).events.at(-1)?.run.error).toEqual({
      code: "DEMO_ERROR",
      message,
    });
    expect((await asError("at_once")).results).toMatchObject([
      { data: null, errors: [{ message }] },
    ]);
  });

  test.each(["masked", "thrown_text", "wrong_level"])(
    "tells nothing of an error that is no DemoError (%s)",
    async (how) => {
      const data = await asData(how);
      expect(data.events.at(-1)?.run).toMatchObject({
        status: "FAILED",
        error: { code: "DEMO_FAILED" },
      });
      const error = await asError(how);
      expect(error.results.at(-1)).toMatchObject({
        errors: [{ extensions: { code: "DEMO_FAILED" } }],
      });
      expect(data.text).not.toMatch(secrets);
      expect(error.text).not.toMatch(secrets);
    },
  );

  test.each([
    ["wrong_kind", /"count".*whole number.*"many"/],
    ["wrong_name", /"counts"/],
    ["no_object", /object.*count.*1/],
  ])("names the output, what it takes and what came (%s)", async (how, message) => {
    const { events, text } = await asData(how);
    expect(events.at(-1)?.run).toEqual({
      status: "FAILED",
      error: { code: "BAD_YIELD", message: expect.stringMatching(message) },
    });
    expect(text).not.toMatch(secrets);
    expect((await asError(how)).results.at(-1)).toMatchObject({
      errors: [{ message: expect.stringMatching(message), extensions: { code: "BAD_YIELD" } }],
    });
  });

  test("refuses a picture from outside of the project without telling any path", async () => {
    const results = await collect(
      subscribe("subscription { pictures(form: outside) { picture { url } } }"),
    );
    expect(results).toMatchObject([{ errors: [{ extensions: { code: "BAD_YIELD" } }] }]);
    expect(JSON.stringify(results)).not.toContain("/etc");
  });
});
