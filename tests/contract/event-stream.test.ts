import { describe, expect, test } from "@jest/globals";
import { apiAddress } from "./address";
import { ask, post } from "./query";

const accept = "text/event-stream";
const burst = "subscription { burst(total: 2) { index } }";
const expected = `event: next
data: {"data":{"burst":{"index":0}}}

event: next
data: {"data":{"burst":{"index":1}}}

event: complete
data:`;

describe("the event stream of a subscription", () => {
  test("is what an EventSource reads, and no proxy holds it back", async () => {
    const address = `${apiAddress()}?query=${encodeURIComponent(burst)}`;
    const response = await fetch(address, { headers: { accept } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    expect((await response.text()).trim()).toContain(expected);
  });

  test("is what who takes anything is given", async () => {
    const response = await post({ query: burst }, { accept: "*/*" });
    expect((await response.text()).trim()).toContain(expected);
  });

  test("is refused to who takes none, and then no run is started for nobody", async () => {
    for (const other of ["application/json", "application/graphql-response+json"]) {
      const response = await post(
        { query: "subscription { neverStarted { count } }" },
        { accept: other },
      );
      expect(response.status).toBe(406);
      expect(await response.json()).toMatchObject({
        errors: [{ message: expect.stringContaining(accept), extensions: { code: "BAD_REQUEST" } }],
      });
    }
    expect(await ask('{ demo(name: "never-started") { running } }')).toEqual({
      demo: { running: 0 },
    });
  });
});
