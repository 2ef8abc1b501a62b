import { on, once } from "node:events";
import { describe, expect, test } from "@jest/globals";
import { WebSocket } from "ws";
import { apiAddress } from "./address";

// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
const init = { type: "connection_init" };
const subscribe = (id: string) => ({
  id,
  type: "subscribe",
  payload: { query: "subscription { deaf { count } }" },
});

async function open(protocol: string[] = ["graphql-transport-ws"]) {
  const socket = new WebSocket(apiAddress().replace(/^http/, "ws"), protocol);
  const closed = once(socket, "close").then(([code]) => code as number);
  await once(socket, "open");
  const send = (message: unknown) =>
    socket.send(typeof message === "string" ? message : JSON.stringify(message));
  const acknowledged = async () => {
    send(init);
    await once(socket, "message");
  };
  return { socket, send, closed, acknowledged };
}

describe("a socket whose peer breaks the protocol is closed with the code for it", () => {
  test.each(["nonsense", "{}", '{"type":"nonsense"}', "[]", "null", '{"type":"subscribe"}'])(
    "4400 for a message that is none: %s",
    async (message) => {
      const { send, closed, acknowledged } = await open();
      await acknowledged();
      send(message);
      expect(await closed).toBe(4400);
    },
  );

  test("4401 for an operation before the connection was acknowledged", async () => {
    const { send, closed } = await open();
    send(subscribe("1"));
    expect(await closed).toBe(4401);
  });

  test("4408 for a connection that is never begun", async () => {
    const { closed } = await open();
    expect(await closed).toBe(4408);
  });

  test("4409 for two operations of one id", async () => {
    const { send, closed, acknowledged } = await open();
    await acknowledged();
    send(subscribe("1"));
    send(subscribe("1"));
    expect(await closed).toBe(4409);
  });

  test("4429 for a connection that is begun twice", async () => {
    const { send, closed } = await open();
    send(init);
    send(init);
    expect(await closed).toBe(4429);
  });

  test("4406 for another protocol", async () => {
    const socket = new WebSocket(apiAddress().replace(/^http/, "ws"));
    const [code] = await once(socket, "close");
    expect(code).toBe(4406);
  });

  test("1009 for a message of more than a megabyte", async () => {
    const { send, closed } = await open();
    send({ ...init, payload: { x: "x".repeat(1024 * 1024) } });
    expect(await closed).toBe(1009);
  });
});

describe("a socket that keeps to the protocol", () => {
  test("is served where it offers others too, in whatever order", async () => {
    const { socket, acknowledged } = await open(["graphql-ws", "graphql-transport-ws"]);
    expect(socket.protocol).toBe("graphql-transport-ws");
    await acknowledged();
    socket.close();
  });

  test("an operation that is refused leaves the others as they are", async () => {
    const { socket, send, acknowledged } = await open();
    await acknowledged();
    const messages: { id?: string; type: string }[] = [];
    const completed = new Promise<void>((resolve) => {
      socket.on("message", (data) => {
        const message = JSON.parse(String(data));
        messages.push(message);
        if (message.type === "complete" && message.id === "good") resolve();
      });
    });
    const query = "subscription { drip(total: 5, pause: 20) { index } }";
    send({ id: "good", type: "subscribe", payload: { query } });
    send({ id: "bad", type: "subscribe", payload: { query: "subscription { nothing }" } });
    send({ id: "worse", type: "subscribe", payload: { query: "{" } });
    await completed;
    const typesOf = (id: string) =>
      messages.filter((each) => each.id === id).map(({ type }) => type);
    expect(typesOf("bad")).toEqual(["error"]);
    expect(typesOf("worse")).toEqual(["error"]);
    expect(typesOf("good")).toEqual([...Array(5).fill("next"), "complete"]);
    socket.close();
  });

  test("an id may be used again once its operation is complete", async () => {
    const { socket, send, acknowledged } = await open();
    await acknowledged();
    const messages = on(socket, "message");
    const next = async () => JSON.parse(String((await messages.next()).value[0]));
    for (let round = 0; round < 3; round++) {
      send({ id: "1", type: "subscribe", payload: { query: "{ __typename }" } });
      expect((await next()).payload).toEqual({ data: { __typename: "Query" } });
      expect(await next()).toEqual({ id: "1", type: "complete" });
    }
    socket.close();
  });
});
