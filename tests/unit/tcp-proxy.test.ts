import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createTcpProxy, type TcpProxy } from "../tcp-proxy";

describe("createTcpProxy", () => {
  let echo: Server;
  let proxy: TcpProxy;
  let client: Socket;

  beforeEach(async () => {
    echo = createServer((socket) => socket.on("error", () => {}).pipe(socket)).listen(
      0,
      "127.0.0.1",
    );
    await once(echo, "listening");
    const address = echo.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    proxy = await createTcpProxy(address.port);
    client = await open();
  });
  afterEach(async () => {
    client.destroy();
    await proxy[Symbol.asyncDispose]();
    echo.close();
  });

  async function open() {
    const socket = connect(proxy.port, "127.0.0.1")
      .setEncoding("utf8")
      .on("error", () => {});
    await once(socket, "connect");
    return socket;
  }

  it("carries bytes both ways", async () => {
    client.write("hello");
    expect(await once(client, "data")).toEqual(["hello"]);
    expect(proxy.open).toBe(1);
  });

  it("cuts what is open, and lets in what comes after", async () => {
    client.write("hello");
    await once(client, "data");
    proxy.cut();
    await once(client, "close");
    client = await open();
    client.write("again");
    expect(await once(client, "data")).toEqual(["again"]);
  });

  it("refuses new connections while blocked", async () => {
    proxy.block();
    const refused = connect(proxy.port, "127.0.0.1").on("error", () => {});
    await new Promise((resolve) => refused.once("close", resolve));
    proxy.unblock();
    client.write("still there");
    expect(await once(client, "data")).toEqual(["still there"]);
  });

  it("holds bytes back while paused, and loses none", async () => {
    client.write("hello");
    await once(client, "data");
    proxy.pause();
    client.write("held");
    const early = await Promise.race([once(client, "data"), sleep(100, "nothing")]);
    expect(early).toBe("nothing");
    const late = once(client, "data");
    proxy.resume();
    expect(await late).toEqual(["held"]);
  });
});
