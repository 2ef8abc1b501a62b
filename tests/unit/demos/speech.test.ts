import { once } from "node:events";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runDemo } from "./run-demo";
import { createSpeechServer, type SpeechServer } from "./speech-endpoint";

const mp3 = readFileSync("tests/fixtures/media/sweep.mp3");

let server: SpeechServer;
beforeAll(async () => {
  server = await createSpeechServer();
  // Read when the demo is imported, as with each demo that asks somebody else.
  Object.assign(process.env, { SPEECH_URL: server.url, SPEECH_API_KEY: "secret" });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

async function speak(words: string) {
  const asked = server.asked();
  const run = await runDemo("speech", { words });
  return { run, ...(await asked) };
}

test("it asks as the endpoint's documentation says", async () => {
  const { run, request, body, response } = await speak("Good morning.");
  expect([request.method, request.url]).toEqual(["POST", "/v1/audio/speech"]);
  expect(request.headers.authorization).toBe("Bearer secret");
  const [model, voice] = ["tts-1", "alloy"];
  expect(body).toEqual({ model, voice, input: "Good morning.", response_format: "mp3" });
  response.writeHead(200, { "content-type": "audio/mpeg" }).end(mp3);
  expect((await run.reaches()).run.status).toBe("DONE");
  await run[Symbol.asyncDispose]();
});

test("what is spoken is heard before the endpoint has ended, and whole in the end", async () => {
  const { run, response } = await speak("Good morning.");
  response.writeHead(200, { "content-type": "audio/mpeg" });
  const half = mp3.length >> 1;
  response.write(mp3.subarray(0, half));
  const early = await run.reaches(({ outputs }) => outputs.voice !== undefined);
  expect(early.run.status).toBe("RUNNING");
  for (let at = half; at < mp3.length; at += 1000) response.write(mp3.subarray(at, at + 1000));
  response.end();
  expect((await run.reaches()).run.status).toBe("DONE");
  const seconds = (await run.chunks("voice")).reduce((sum, { chunk }) => sum + chunk.duration, 0);
  await using whole = await runWhole();
  const expected = (await whole.chunks("voice")).reduce(
    (sum, { chunk }) => sum + chunk.duration,
    0,
  );
  expect(seconds).toBeCloseTo(expected, 3);
  await run[Symbol.asyncDispose]();
});

async function runWhole() {
  const { run, response } = await speak("Good morning.");
  response.writeHead(200, { "content-type": "audio/mpeg" }).end(mp3);
  await run.reaches();
  return run;
}

test("a run that is stopped hangs up", async () => {
  const { run, response } = await speak("Good night.");
  response.writeHead(200, { "content-type": "audio/mpeg" });
  response.write(mp3.subarray(0, mp3.length >> 1));
  await run.reaches(({ outputs }) => outputs.voice !== undefined);
  const closed = once(response, "close");
  await run.cancel();
  await closed;
  expect(response.writableFinished).toBe(false);
  expect((await run.reaches()).run.status).toBe("CANCELLED");
  await run[Symbol.asyncDispose]();
});

test.each([
  [
    401,
    "application/json",
    '{"error":{"message":"Incorrect API key provided."}}',
    "The speech endpoint answered 401: Incorrect API key provided.",
  ],
  [
    502,
    "text/html",
    "<h1>Bad gateway</h1>",
    "The speech endpoint answered 502: <h1>Bad gateway</h1>",
  ],
  [200, "application/json", "{}", "The speech endpoint answered 200: {}"],
  [500, "audio/mpeg", "", "The speech endpoint answered 500: nothing"],
])("an answer %d of %s is told", async (status, type, answer, message) => {
  const { run, response } = await speak("Hello?");
  response.writeHead(status, { "content-type": type }).end(answer);
  const { run: failed } = await run.reaches();
  expect(failed).toMatchObject({ status: "FAILED", error: { code: "DEMO_ERROR", message } });
  await run[Symbol.asyncDispose]();
});

test("an endpoint that hangs up in the middle is told of", async () => {
  const { run, response } = await speak("Hello?");
  response.writeHead(200, { "content-type": "audio/mpeg", "content-length": mp3.length });
  response.write(mp3.subarray(0, mp3.length >> 1));
  await run.reaches(({ outputs }) => outputs.voice !== undefined);
  response.destroy();
  const { run: failed } = await run.reaches();
  expect(failed.error?.message).toMatch(/^The connection to the speech endpoint has failed: /);
  await run[Symbol.asyncDispose]();
});
