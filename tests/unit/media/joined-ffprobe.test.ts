import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { createKeptRun, type KeptRun, serve, sine } from "./kept-run";

// What others make of playlists and files: only where ffmpeg is installed, else reported as skipped.
const has = (name: string) => spawnSync(name, ["-version"]).status === 0;
const describeWith = has("ffprobe") && has("ffmpeg") ? describe : describe.skip;
const run = promisify(execFile);
const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));

interface Heard {
  /** What ffmpeg complains about. */
  warnings: string;
  /** 16-bit samples of all channels. */
  samples: Int16Array;
}

/** Plays it with ffmpeg, as raw samples. */
async function hear(url: string): Promise<Heard> {
  // By itself it begins near the end of what goes on.
  const from = url.endsWith(".m3u8") ? ["-live_start_index", "0"] : [];
  const { stdout, stderr } = await run(
    "ffmpeg",
    ["-v", "warning", ...from, "-i", url, "-map", "a", "-f", "s16le", "-"],
    { encoding: "buffer", maxBuffer: 2 ** 28 },
  );
  const samples = new Int16Array(
    stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length),
  );
  return { warnings: stderr.toString(), samples };
}

async function probe(url: string) {
  const { stdout, stderr } = await run("ffprobe", [
    ...["-v", "warning", "-of", "json", "-show_entries"],
    ...["packet=stream_index,dts_time:stream=index,codec_name:format=duration,format_name", url],
  ]);
  const { packets, streams, format } = JSON.parse(stdout) as {
    packets: { stream_index: number; dts_time?: string }[];
    streams: { index: number; codec_name: string }[];
    format: { duration: string; format_name: string };
  };
  const isMonotonic = streams.every(({ index }) => {
    const times = packets.filter((packet) => packet.stream_index === index);
    return times.every(
      ({ dts_time }, at) => at === 0 || Number(dts_time) > Number(times[at - 1]?.dts_time),
    );
  });
  return {
    codecs: streams.map(({ codec_name }) => codec_name),
    duration: Number(format.duration),
    format: format.format_name,
    isMonotonic,
    warnings: stderr,
  };
}

/** Yields, serves, and looks at the playlist and the file. */
async function look(kept: KeptRun, output: string, ending: string) {
  await kept.end();
  await using server = await serve(kept);
  const [playlist, file] = [`${output}/index.m3u8`, `${output}/band-${output}.${ending}`].map(
    (rest) => `${server.url}${kept.at(rest)}`,
  );
  return {
    playlist: await probe(playlist ?? ""),
    file: await probe(file ?? ""),
    heard: await hear(playlist ?? ""),
    joined: await hear(file ?? ""),
  };
}

describeWith("ffmpeg", () => {
  test.each([[{ bits: 16 as const, channels: 2 }], [{ bits: 32 as const, channels: 1 }]])(
    "plays exactly the samples that were yielded: %j",
    async (format) => {
      const kept = await createKeptRun();
      const pieces = Array.from({ length: 11 }, (_, at) => sine(at * 0.23, 0.23, format));
      for (const piece of pieces) await kept.yield(piece);
      const { playlist, heard, joined } = await look(kept, "sound", "wav");
      expect(playlist).toMatchObject({ codecs: ["flac"], isMonotonic: true, warnings: "" });
      expect(heard.warnings).toBe("");
      const yielded = pieces.flatMap(({ pcm }) =>
        [...pcm].map((value) => (format.bits === 16 ? value : value * 32768)),
      );
      for (const { samples } of [heard, joined]) {
        expect(samples.length).toBe(yielded.length);
        // 24 bits are rounded to 16 here.
        const slack = format.bits === 16 ? 0 : 1;
        expect(samples.every((value, at) => Math.abs(value - (yielded[at] ?? 0)) <= slack)).toBe(
          true,
        );
      }
    },
  );

  test.each([
    ["sweep.mp3", "mp3", "mp3", 44100],
    ["sweep.m4a", "m4a", "aac", 44100],
    ["sweep-opus.ogg", "ogg", "opus", 48000],
    ["sweep.flac", "flac", "flac", 44100],
  ])("plays four times %s in 8 seconds", async (name, ending, codec, rate) => {
    const kept = await createKeptRun();
    for (let i = 0; i < 4; i++) await kept.yield(fixture(name));
    const { playlist, file, heard, joined } = await look(kept, "sound", ending);
    for (const each of [playlist, file]) {
      expect(each).toMatchObject({ codecs: [codec], isMonotonic: true, warnings: "" });
      expect(Math.abs(each.duration - 8)).toBeLessThan(0.06);
    }
    const channels = Math.round(joined.samples.length / (8 * rate));
    // Of the playlist to a packet, of the file to what its container can say.
    expect(Math.abs(heard.samples.length / channels / rate - 8)).toBeLessThan(0.05);
    expect(Math.abs(joined.samples.length / channels / rate - 8)).toBeLessThan(0.025);
    expect(joined.warnings).toBe("");
  });

  test("plays a film with its sound", async () => {
    const kept = await createKeptRun();
    for (const part of [0, 1, 2]) await kept.yield(fixture(`part-${part}.mp4`), "film");
    const { playlist, file, heard } = await look(kept, "film", "mp4");
    for (const each of [playlist, file]) {
      expect(each).toMatchObject({ codecs: ["h264", "aac"], isMonotonic: true, warnings: "" });
      expect(Math.abs(each.duration - 3)).toBeLessThan(0.06);
    }
    expect(heard.warnings).toBe("");
    expect(Math.abs(heard.samples.length / 44100 - 3)).toBeLessThan(0.05);
  });

  test("follows a run while it grows, to its end", async () => {
    const kept = await createKeptRun();
    await using server = await serve(kept);
    const heard = hear(`${server.url}${kept.at("sound/index.m3u8")}`);
    const asked = new Set<string>();
    const read = kept.media.handle;
    kept.media.handle = (request, response) => {
      asked.add(request.url ?? "");
      return read(request, response);
    };
    for (let i = 0; i < 6; i++) await kept.yield(sine(i * 0.5, 0.5));
    // Only once the player has had a playlist without its end.
    while (!asked.has(kept.at("sound/4-5.m4s")))
      await new Promise((resolve) => setImmediate(resolve));
    for (let i = 6; i < 9; i++) await kept.yield(sine(i * 0.5, 0.5));
    await kept.end();
    const { samples, warnings } = await heard;
    // It reads the initialisation part again with each new playlist, and then says this.
    expect(warnings.replace(/.*Found duplicated MOOV.*\n(.*Last message repeated.*\n)?/g, "")).toBe(
      "",
    );
    expect(samples.length).toBe(4.5 * 48000);
  });
});
