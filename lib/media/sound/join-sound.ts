import { YieldError } from "../../kinds/yield-error";
import { createBreath } from "../breath";
import { createAdtsReader } from "./adts";
import { createFlacReader } from "./flac";
import { createLateReader } from "./late-reader";
import { looksLike } from "./looks-like";
import { createMp3Reader } from "./mp3";
import { createOggReader } from "./ogg";
import { type Container, readSignature, type Signature, signatureBytes } from "./signature";
import type { Sound, SoundReader } from "./sound";
import { createWavReader } from "./wav";
import { createWebmReader } from "./webm";

/** Puts together what was yielded: files, and slices of streams that were cut anywhere. */
export interface SoundJoiner {
  /** Of the file whose bytes came last. */
  readonly container: Container | undefined;
  /**
   * The sound that has become whole with some bytes. What begins like a file begins one; anything else
   * goes on the one that is open.
   *
   * @throws YieldError where they cannot be read, or nothing is open that they could go on
   */
  push(bytes: Uint8Array): Promise<Sound[]>;
  /**
   * Gives what was held back, where nothing goes on what is open.
   *
   * @throws YieldError where the last file broke off before its first sound
   */
  finish(): Promise<Sound[]>;
  close(): void;
}

export const soundExpected =
  "sound: WAV, MP3, AAC, M4A, Ogg, WebM or FLAC bytes, a path inside the project, a file that was given, a Blob or { pcm, sampleRate, channels }";

const readers: Record<Container, () => SoundReader> = {
  wav: createWavReader,
  mp3: createMp3Reader,
  adts: createAdtsReader,
  ogg: createOggReader,
  webm: createWebmReader,
  // What reads it has 25 MB, which most sites never need.
  mp4: () => createLateReader(async () => (await import("./mp4")).createMp4Reader()),
  flac: createFlacReader,
};

// Own readers read without a pause; an index of MP4 has to be seen with all that it is of.
const pieceBytes = 2 ** 20;

// More than four hours hold. Each takes a hundred times its bytes while it is read, where it has but one.
const mostPackets = 1_000_000;

const nothing = new Uint8Array(0);

export function createSoundJoiner(): SoundJoiner {
  let container: Container | undefined;
  let reader: SoundReader | undefined;
  /** Whether the open file has given any sound yet. */
  let gave = false;
  /** Too few bytes to tell what begins with them. */
  let untold: Uint8Array = nothing;
  /** Whether they came behind a whole file, where what begins none is passed over. */
  let isBehind = false;
  const breath = createBreath();
  let closed = false;

  function goesOn(signature: Signature | undefined): boolean {
    if (!reader || reader.done) return false;
    if (!signature) return true;
    if (signature.isBeginning) return false;
    return signature.container === container || !signature.isProven;
  }

  async function finishOpen(): Promise<Sound[]> {
    const its = reader;
    reader = undefined;
    if (!its) return [];
    try {
      const sounds = await its.end();
      if (!gave && sounds.length === 0) {
        throw new YieldError(
          "sound",
          `${names[container ?? "wav"]} that has none, or breaks off before it`,
        );
      }
      return sounds;
    } finally {
      its.close();
    }
  }

  /** Gives bytes to what is open, and what of them is no part of it. */
  async function feed(bytes: Uint8Array, sounds: Sound[]): Promise<Uint8Array> {
    const before = sounds.length;
    let packets = 0;
    const size = container === "mp4" ? bytes.length : pieceBytes;
    let at = 0;
    while (at < bytes.length && reader && !reader.done) {
      const piece = bytes.subarray(at, at + size);
      for (const sound of await reader.push(piece)) {
        packets += sound.kind === "coded" ? sound.packets.length : 1;
        sounds.push(sound);
      }
      if (packets > mostPackets) throw tooMany(packets);
      at += piece.length;
      await breath();
    }
    // What a whole file holds back need not wait for the next one.
    if (reader?.done) {
      for (const sound of await reader.end()) sounds.push(sound);
      const last = sounds.at(-1);
      const isOwn = sounds.length > before && last?.kind === "coded";
      if (isOwn) sounds.splice(-1, 1, { ends: { tail: 0 }, ...last });
      gave ||= sounds.length > before;
      const { unread = nothing } = reader;
      // It may have waited for more behind its end than had come with one slice.
      if (unread.length > at) return joined(unread, bytes.subarray(at));
      return bytes.subarray(at - unread.length);
    }
    gave ||= sounds.length > before;
    return bytes.subarray(at);
  }

  /** Begins or goes on with bytes, and gives those behind the end of a file. */
  async function take(slice: Uint8Array, sounds: Sound[]): Promise<Uint8Array> {
    const signature = readSignature(slice);
    if (goesOn(signature)) return feed(slice, sounds);
    for (const sound of await finishOpen()) sounds.push(sound);
    if (!signature && slice.length < signatureBytes) {
      untold = slice.slice();
      return nothing;
    }
    if (!signature) {
      const came = `${await looksLike(slice)}; a slice of a stream has to follow the stream's beginning`;
      throw new YieldError(soundExpected, came);
    }
    if (closed) return nothing;
    container = signature.container;
    reader = readers[container]();
    gave = false;
    return feed(slice, sounds);
  }

  return {
    get container() {
      return container;
    },
    async push(bytes) {
      if (bytes.length === 0) throw new YieldError(soundExpected, "0 bytes");
      const sounds: Sound[] = [];
      let slice: Uint8Array = untold.length === 0 ? bytes : joined(untold, bytes);
      const isTold = slice.length >= signatureBytes || readSignature(slice) !== undefined;
      if (isBehind && isTold && !readSignature(slice)?.isBeginning) slice = bytes;
      isBehind &&= !isTold;
      untold = nothing;
      do slice = await take(slice, sounds);
      while (
        // Files may lie behind one another in one yield; anything else behind one is no sound.
        readSignature(slice)?.isBeginning
      );
      if (reader?.done && slice.length > 0 && slice.length < signatureBytes) {
        untold = slice.slice();
        isBehind = true;
      }
      return sounds;
    },
    async finish() {
      if (untold.length > 0 && !isBehind) {
        throw new YieldError(soundExpected, await looksLike(untold));
      }
      return finishOpen();
    },
    close() {
      closed = true;
      reader?.close();
      reader = undefined;
    },
  };
}

function tooMany(packets: number): YieldError {
  const most = `at most ${mostPackets.toLocaleString("en")} packets of sound at once`;
  return new YieldError(most, `${packets.toLocaleString("en")} and more; yield it in pieces`);
}

const names: Record<Container, string> = {
  wav: "WAV",
  mp3: "MP3",
  adts: "AAC",
  ogg: "Ogg",
  webm: "WebM",
  mp4: "MP4",
  flac: "FLAC",
};

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
