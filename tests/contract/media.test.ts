import { describe, expect, test } from "@jest/globals";
import { readPlaylist } from "../unit/media/read-playlist";
import { apiAddress } from "./address";
import { collectData, take } from "./collect";
import { ask } from "./query";
import { transports } from "./transport";

interface Chunk {
  index: number;
  url: string;
  mimeType: string;
  start: number;
  duration: number;
  lead: number;
  tail: number;
  continues: boolean;
  init: string;
  initBytes: number;
}
interface Sound {
  chunks: Chunk[];
  reset: boolean;
  playlist: string | null;
  file: string | null;
}
interface SoundEvent {
  hlsSound: { run: { id: string; status: string }; sound: Sound | null };
}

const fields =
  "{ chunks { index url mimeType start duration lead tail continues init initBytes } reset playlist file }";
const addressOf = (url: string) => new URL(url, apiAddress());
const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(addressOf(url), { headers });

async function stateOf(id: string): Promise<Sound> {
  const { run } = await ask<{ run: { state: { sound: Sound } } }>(
    `query ($id: ID!) { run(id: $id) { state { ... on HlsSoundEvent { sound ${fields} } } } }`,
    { id },
  );
  return run.state.sound;
}

describe.each(transports)("sound over $name", ({ subscribe }) => {
  test("comes as chunks behind one another, each of them a file", async () => {
    const events = await collectData(
      subscribe<SoundEvent>(
        `subscription { hlsSound(pieces: 3) { run { id status } sound ${fields} } }`,
      ),
    );
    const sounds = events.flatMap(({ hlsSound }) => hlsSound.sound ?? []);
    expect(sounds.some(({ reset }) => reset)).toBe(false);
    const chunks = sounds.flatMap((sound) => sound.chunks);
    expect(chunks.map(({ index, start, duration }) => [index, start, duration])).toEqual([
      [0, 0, 0.25],
      [1, 0.25, 0.25],
      [2, 0.5, 0.25],
    ]);
    for (const { url, mimeType, lead, tail, continues } of chunks) {
      expect([mimeType, lead, tail, continues]).toEqual(["audio/wav", 0, 0, false]);
      const response = await get(url);
      expect(response.headers.get("content-type")).toBe("audio/wav");
      expect((await response.arrayBuffer()).byteLength).toBe(44 + 24_000);
    }
  });

  test("has a playlist at once, and a file at the end, whose address is told before", async () => {
    const events = subscribe<SoundEvent>(
      `subscription { hlsSound(pieces: 6, pause: 20) { run { id status } sound ${fields} } }`,
    );
    let playlist: string | null | undefined;
    let told: string | null | undefined;
    let id = "";
    while (!playlist) {
      const [event] = await take(events, 1);
      id = event?.hlsSound.run.id ?? "";
      playlist = event?.hlsSound.sound?.playlist;
      told = event?.hlsSound.sound?.file;
    }
    expect((await get(told ?? "")).status).toBe(404);
    expect(readPlaylist(await (await get(playlist)).text()).segments[0]?.uri).toBe("0-3.m4s");
    await collectData(events);

    const { segments, ended } = readPlaylist(await (await get(playlist)).text());
    expect(ended).toBe(true);
    expect(segments.map(({ uri }) => uri)).toEqual(["0-3.m4s", "4-5.m4s"]);
    for (const { uri, map } of segments) {
      for (const part of [uri, map]) {
        const response = await get(new URL(part, addressOf(playlist)).href);
        expect([response.status, response.headers.get("content-type")]).toEqual([
          200,
          'audio/mp4; codecs="flac"',
        ]);
        expect(response.headers.get("access-control-allow-origin")).toBe("*");
      }
    }

    const { file, chunks } = await stateOf(id);
    expect(chunks).toHaveLength(6);
    expect(file).toBe(told);
    expect(file).toMatch(/\/media\/[\w-]+\/sound\/hls-sound-sound\.wav$/);
    const whole = await get(file ?? "");
    expect(whole.headers.get("content-type")).toBe("audio/wav");
    const bytes = new Uint8Array(await whole.arrayBuffer());
    expect(bytes.byteLength).toBe(44 + 6 * 24_000);
    const part = await get(file ?? "", { range: "bytes=24040-24049" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 24040-24049/${bytes.byteLength}`);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(24_040, 24_050));
    const head = await fetch(addressOf(file ?? ""), { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe(String(bytes.byteLength));
  });

  test("of a run belongs to that run alone", async () => {
    const [first] = await collectData(
      subscribe<SoundEvent>(`subscription { hlsSound(pieces: 1) { sound ${fields} } }`),
    );
    const { pathname } = addressOf(first?.hlsSound.sound?.playlist ?? "");
    const [, , run = ""] = pathname.split("/");
    for (const path of [
      pathname.replace(run, "another-run"),
      pathname.replace("/sound/", "/other/"),
      `/media/${run}/sound/../../../etc/passwd`,
      `/media/${run}/sound/%2e%2e/%2e%2e/x/0.wav`,
      `/media/${run}/sound/0-99.m4s`,
      `/media/${run}/sound/init-nothing.mp4`,
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  test("and files that do not stream are offered at once, to be kept", async () => {
    const events = await collectData(
      subscribe<{
        hlsFiles: {
          report: { url: string; name: string; mimeType: string; size: number } | null;
          clip: Sound | null;
        };
      }>(`subscription { hlsFiles { report { url name mimeType size } clip ${fields} } }`),
    );
    const [first, second] = events.map(({ hlsFiles }) => hlsFiles);
    expect(first?.report).toMatchObject({
      name: "über alles.csv",
      mimeType: "text/csv; charset=utf-8",
      size: 8,
    });
    const sheet = await get(first?.report?.url ?? "");
    expect(sheet.headers.get("content-disposition")).toMatch(
      /^attachment; .*filename\*=UTF-8''%C3%BCber%20alles\.csv$/,
    );
    expect(await sheet.text()).toBe("a,b\n1,2\n");
    const page = await get(second?.report?.url ?? "");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(page.headers.get("content-security-policy")).toContain("sandbox");

    const { clip } = second ?? {};
    expect(clip).toMatchObject({ reset: true, playlist: null });
    expect(clip?.file).toMatch(/\/clip\/\w+\/hls-files-clip\.wav$/);
    const whole = await get(clip?.file ?? "");
    expect(whole.headers.get("content-type")).toBe("audio/wav");
    expect((await whole.arrayBuffer()).byteLength).toBe(44 + 16_000);
    expect((await get(clip?.chunks[0]?.url ?? "")).status).toBe(200);
  });
});
