import { describe, expect, it } from "@jest/globals";
import { WebSocket } from "ws";

const url = process.env.YIELDCAST_URL ?? "";
const socketUrl = url.replace(/^http/, "ws");

/** The status with which the server answers a socket's request; none if it just hangs up. */
function answerTo(socket: WebSocket): Promise<number | undefined> {
  return new Promise((resolve) => {
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
    socket.on("open", () => resolve(101));
    socket.on("error", () => resolve(undefined));
  });
}

describe("the server", () => {
  it("refuses a socket that a page of another origin opens", async () => {
    const socket = new WebSocket(`${socketUrl}/api/graphql`, "graphql-transport-ws", {
      origin: "https://elsewhere.example",
    });
    expect(await answerTo(socket)).toBe(403);
  });

  it("has no sockets at other addresses", async () => {
    expect(await answerTo(new WebSocket(`${socketUrl}/elsewhere`))).toBeUndefined();
  });

  it("gives each page a policy with a nonce of its own, and its scripts the same", async () => {
    const [one, two] = await Promise.all([fetch(url), fetch(url)]);
    const nonces = [one, two].map(
      (page) => /'nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "")?.[1],
    );
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
    const scripts = (await one.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonces[0]}"`))).toEqual([]);
    expect(one.headers.get("x-content-type-options")).toBe("nosniff");
    expect(one.headers.get("x-powered-by")).toBeNull();
  });

  it("lets other origins frame an embed, and nothing else", async () => {
    const policyOf = async (path: string) =>
      (await fetch(`${url}${path}`)).headers.get("content-security-policy");
    expect(await policyOf("/embed/count-up")).toContain("frame-ancestors *;");
    expect(await policyOf("/demos/count-up")).toContain("frame-ancestors 'self';");
    expect(await policyOf("/embedded")).toContain("frame-ancestors 'self';");
  });
});
