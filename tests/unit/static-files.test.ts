import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createStaticFiles } from "@/lib/static-files";

describe("scripts and styles", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "static-"));
  const script = "answer(42);\n".repeat(500);
  let server: Server;
  let url: string;

  beforeAll(async () => {
    mkdirSync(path.join(folder, "static/chunks"), { recursive: true });
    writeFileSync(path.join(folder, "static/chunks/0-a_b~.js"), script);
    writeFileSync(path.join(folder, "static/chunks/look.css"), "a{}");
    writeFileSync(path.join(folder, "static/chunks/type.woff2"), "font");
    writeFileSync(path.join(folder, "secret.js"), "secret");
    const serve = createStaticFiles({
      folder: path.join(folder, "static"),
      prefix: "/_next/static/",
    });
    server = createServer((request, response) => {
      const otherwise = () => response.writeHead(404).end("another answers");
      if (!serve(request, response, otherwise)) otherwise();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_next/static`;
  });
  afterAll(async () => {
    server.close();
    await once(server, "close");
    rmSync(folder, { recursive: true });
  });

  const get = (name: string, init?: RequestInit) => fetch(`${url}/${name}`, init);

  it("come small, whole, and to be kept", async () => {
    for (const turn of ["first", "kept"]) {
      const answer = await get(`chunks/0-a_b~.js?dpl=${turn}`);
      expect(answer.headers.get("content-encoding")).toBe("gzip");
      expect(Number(answer.headers.get("content-length"))).toBeLessThan(script.length / 10);
      expect(answer.headers.get("content-type")).toBe("application/javascript; charset=UTF-8");
      expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(answer.headers.get("vary")).toBe("Accept-Encoding");
      expect(await answer.text()).toBe(script);
    }
    const head = await get("chunks/look.css", { method: "HEAD" });
    expect(head.headers.get("content-type")).toBe("text/css; charset=UTF-8");
    expect(await head.text()).toBe("");
  });

  it.each([
    ["what is not there", "chunks/none.js", {}],
    ["what is small already", "chunks/type.woff2", {}],
    ["what lies outside", "..%2fsecret.js", {}],
    ["what lies outside, by another name", "chunks/..%2f..%2fsecret.js", {}],
    ["who takes no gzip", "chunks/look.css", { headers: { "accept-encoding": "identity" } }],
    ["who refuses it", "chunks/look.css", { headers: { "accept-encoding": "gzip;q=0" } }],
    ["who wants a part", "chunks/look.css", { headers: { range: "bytes=0-1" } }],
    ["who sends something", "chunks/look.css", { method: "POST" }],
  ])("leave to others %s", async (_, name, init) => {
    const answer = await get(name, init);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("another answers");
  });
});
