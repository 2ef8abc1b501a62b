import { describe, expect, test } from "@jest/globals";
import { WebSocket } from "ws";
import { apiAddress } from "./address";
import { collect } from "./collect";
import { post, query } from "./query";
import { transports } from "./transport";

const secrets = /\bat \S+ \(|node_modules|\/lib\/|\/graphql\/|\.(ts|js|mjs):\d|file:\/\//;

const tooMuch: [string, string][] = [
  ["deep", `{ run(id: "x") ${"{ state { run ".repeat(8)}{ id } ${"} }".repeat(8)} }`],
  [
    "full of aliases",
    `{ ${Array.from({ length: 200 }, (_, at) => `a${at}: demos { name }`).join(" ")} }`,
  ],
  ["of many tokens", `{ demos { ${"name ".repeat(5000)} } }`],
  [
    "of fragments that multiply",
    `{ ...A ...A ...A } ${["A", "B", "C", "D", "E", "F", "G"]
      .map((name, at, all) => {
        const next = all[at + 1];
        return `fragment ${name} on Query { ${next ? `...${next} `.repeat(10) : "demos { name }"} }`;
      })
      .join(" ")}`,
  ],
  ["that contains itself", "{ ...A } fragment A on Query { ...A }"],
];

describe("an operation that asks for too much is refused before it is carried out", () => {
  test.each(tooMuch)("one %s, over HTTP", async (_what, document) => {
    const answer = await query(document);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toMatch(secrets);
  });

  describe.each(transports)("over $name", ({ name, subscribe }) => {
    test.each(tooMuch)("one %s", async (_what, document) => {
      const [only, ...more] = await collect(subscribe(document));
      expect(more).toEqual([]);
      expect(only?.data ?? null).toBeNull();
      expect(only?.errors?.length).toBeGreaterThan(0);
      expect(JSON.stringify(only)).not.toMatch(secrets);
    });

    test("a document that is none has its code, and its status whoever sent it first", async () => {
      const document = `{ unfinished${name}${Date.now()}`;
      const [only] = await collect(subscribe(document));
      const extensions = { code: "GRAPHQL_PARSE_FAILED" };
      expect(only?.errors).toMatchObject([{ extensions, locations: [{ line: 1 }] }]);
      const accept = "application/graphql-response+json";
      const response = await post({ query: document }, { accept });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions }] });
    });

    test("an error says nothing of how it is sent", async () => {
      for (const document of ["{ unfinished", "{ thereIsNoSuchField }"]) {
        const [only] = await collect(subscribe(document));
        expect(Object.keys(only?.errors?.[0]?.extensions ?? {})).toEqual(["code"]);
      }
    });

    test("a document that is none", async () => {
      for (const document of [
        "",
        "nonsense",
        "{",
        "subscription { countUp { count } ",
        "query { ",
      ]) {
        const [only] = await collect(subscribe(document));
        expect(only?.errors?.length).toBeGreaterThan(0);
        expect(JSON.stringify(only)).not.toMatch(secrets);
      }
    });
  });
});

describe("a request that is none", () => {
  const status = async (body: unknown, headers?: Record<string, string>) => {
    // With this type an answer's status says whether there was an operation at all:
    // https://graphql.github.io/graphql-over-http/draft/#sec-application-graphql-response-json
    const accept = "application/graphql-response+json";
    const response = await post(body, { accept, ...headers });
    expect(await response.text()).not.toMatch(secrets);
    return response.status;
  };

  test("a batch of operations", async () => {
    expect(await status([{ query: "{ __typename }" }, { query: "{ __typename }" }])).toBe(400);
  });

  test("a body that is no JSON, or none of an operation", async () => {
    for (const body of [
      "{",
      "nonsense",
      "null",
      '"{ __typename }"',
      "1",
      "{}",
      '{"query":1}',
      '{"query":null}',
    ]) {
      expect([body, await status(body)]).toEqual([body, 400]);
    }
    expect(await status({ query: "{ __typename }", variables: "x" })).toBe(400);
    expect(await status({ query: "{ __typename }", operationName: 5 })).toBe(400);
  });

  test("a body of more than a megabyte", async () => {
    expect(
      await status({ query: "{ __typename }", variables: { x: "x".repeat(1024 * 1024) } }),
    ).toBe(413);
  });

  test("a body that a plain form can send", async () => {
    for (const type of ["application/x-www-form-urlencoded", "text/plain"]) {
      const body = JSON.stringify({ query: "{ __typename }" });
      expect([type, await status(body, { "content-type": type })]).toEqual([type, 415]);
    }
    for (const type of ["multipart/form-data; boundary=x", "multipart/form-data"]) {
      expect([type, await status("--x--", { "content-type": type })]).toEqual([type, 400]);
    }
  });

  test("a mutation in an address", async () => {
    const address = `${apiAddress()}?query=${encodeURIComponent("mutation { startBurst { id } }")}`;
    const response = await fetch(address, { headers: { accept: "application/json" } });
    expect(response.status).toBe(405);
  });

  test("another method", async () => {
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      expect((await fetch(apiAddress(), { method })).status).toBe(405);
    }
  });
});

describe("a page of another origin", () => {
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1.evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];

  test.each(foreign)("is refused over HTTP and SSE: %j", async (headers) => {
    for (const accept of ["application/json", "text/event-stream"]) {
      const response = await post(
        { query: "subscription { countUp { count } }" },
        { ...headers, accept },
      );
      expect(response.status).toBe(403);
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("is refused a preflight", async () => {
    const response = await fetch(apiAddress(), {
      method: "OPTIONS",
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test.each(foreign)("is refused a socket: %j", async (headers) => {
    const socket = new WebSocket(apiAddress().replace(/^http/, "ws"), "graphql-transport-ws", {
      headers,
    });
    const error = await new Promise<Error>((resolve) => socket.on("error", resolve));
    expect(error.message).toMatch(/403/);
  });

  test("of the site's own is served", async () => {
    const { origin } = new URL(apiAddress());
    const response = await post(
      { query: "{ __typename }" },
      { origin, "sec-fetch-site": "same-origin" },
    );
    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
    for (const { subscribe } of transports) {
      expect(
        await collect(
          subscribe("subscription { burst(total: 1) { index } }", { headers: { origin } }),
        ),
      ).toEqual([{ data: { burst: { index: 0 } } }]);
    }
  });
});

test.each([
  "/demos/%ff",
  "/demos/%",
  "/demos/%ff/card.png",
  "/runs/%c0%af",
  "/embed/%ff?parent=x",
  "/badge/%ff.svg",
  "/%ff",
])("the address %s is answered as one that cannot be read", async (path) => {
  const response = await fetch(`${new URL(apiAddress()).origin}${path}`);
  expect([response.status, await response.text()]).toEqual([
    400,
    expect.stringContaining("cannot be read"),
  ]);
});

test("a percent sign in a query is nobody's fault", async () => {
  const { status } = await fetch(`${new URL(apiAddress()).origin}/demos/count-up?x=%ff`);
  expect(status).toBe(200);
});
