import { beforeAll, describe, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import { query } from "./query";
import { find, start } from "./runs";

const text = "... on FloodEvent { water { value } }";

describe("an answer stays bounded, whatever an operation asks for", () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await start("Flood(pieces: 4000)")); // 40 MB of text
    await eventually(
      () => find(id),
      (run) => run?.status === "DONE",
      30,
    );
  });

  async function eventsAfter(after: string | null): Promise<{ seq: number; cursor: string }[]> {
    const { data } = await query<{ run: { events: { seq: number; cursor: string }[] } }>(
      `query ($id: ID!, $after: String) {
        run(id: $id) { events(after: $after, first: 1000) { seq cursor ${text} } }
      }`,
      { id, after },
    );
    return data?.run.events ?? [];
  }

  interface Changes {
    run: { events: { cursor: string; water: { delta: string } | null }[] };
  }
  async function changesAfter(after: string | null): Promise<Changes["run"]["events"]> {
    const { data } = await query<Changes>(
      `query ($id: ID!, $after: String) {
        run(id: $id) { events(after: $after, first: 1000) { cursor ... on FloodEvent { water { delta } } } }
      }`,
      { id, after },
    );
    return data?.run.events ?? [];
  }

  test("the whole state fits once, and under many names it is refused", async () => {
    const once = await query<{ run: { state: { yields: number } } }>(
      `query ($id: ID!) { run(id: $id) { state { yields } } }`,
      { id },
    );
    expect(once.data?.run.state.yields).toBe(4000);
    const names = Array.from({ length: 10 }, (_, at) => `s${at}: state { ${text} }`).join(" ");
    const often = await query(`query ($id: ID!) { run(id: $id) { ${names} } }`, { id });
    expect(often.errors?.[0]?.extensions?.code).toBe("ANSWER_TOO_LARGE");
    expect(JSON.stringify(often).length).toBeLessThan(100 * 2 ** 20);
  });

  test("events whose whole texts are large come in small groups, none left out", async () => {
    let after: string | null = null;
    let seen = 0;
    for (let group = 0; group < 3; group++) {
      const events = await eventsAfter(after);
      expect(events.length).toBeGreaterThan(0);
      for (const { seq } of events) expect(seq).toBe(++seen);
      after = events.at(-1)?.cursor ?? null;
    }
    expect(seen).toBeLessThan(3000);
  });

  test("events of which only what is new is asked come in large groups, and their texts join", async () => {
    let after: string | null = null;
    let joined = 0;
    let groups = 0;
    for (let events = await changesAfter(after); events.length > 0; ) {
      groups++;
      for (const { water } of events) joined += water?.delta.length ?? 0;
      after = events.at(-1)?.cursor ?? null;
      events = await changesAfter(after);
    }
    expect(joined).toBe(40_000_000);
    expect(groups).toBeLessThanOrEqual(8);
  });
});

describe("a refusal tells clients by its code what was wrong", () => {
  test("an operation beyond a limit", async () => {
    const names = Array.from({ length: 40 }, (_, at) => `a${at}: demos { name }`).join(" ");
    const { errors } = await query(`{ ${names} }`);
    expect(errors?.[0]?.extensions?.code).toBe("TOO_COMPLEX");
  });

  test("a variable of a wrong type, with the argument that it was for", async () => {
    const { errors } = await query("mutation ($many: Int) { startCountUp(to: $many) { id } }", {
      many: "many",
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "to" });
  });
});
