import type { Page } from "playwright-core";

/** What a page lets be heard, sample by sample, from its first sound on. */
export interface Heard {
  /** All of it so far; silence after its last sound is left out. */
  samples(): Promise<Float32Array>;
}

declare global {
  interface Window {
    heard: Float32Array[];
    /** When the first sound came to the recorder, in milliseconds since the epoch. */
    heardAt: number | undefined;
    tapped: Promise<void>;
    /** The one that is listened to. */
    loudspeaker: AudioContext;
  }
}

const recorder = `registerProcessor("recorder", class extends AudioWorkletProcessor {
  process([input]) {
    // Nothing is connected where it is silent.
    this.port.postMessage(input[0] ? input[0].slice() : new Float32Array(128));
    return true;
  }
})`;

/**
 * Puts a recorder between the page and its loudspeaker: whatever is connected to an audio context's
 * destination goes through it. Call before the page is opened, in a context that has `bypassCSP`, as the
 * page itself would not be allowed such a script.
 *
 * @param rate the sample rate of the context to listen to, in Hz
 */
export async function listen(page: Page, rate: number): Promise<Heard> {
  await page.addInitScript(
    ({ recorder, rate }) => {
      window.heard = [];
      const Real = window.AudioContext;
      const address = URL.createObjectURL(new Blob([recorder], { type: "text/javascript" }));
      // Made before it is asked for: to load a worklet takes longer than a first sound may.
      const context = new Real({ sampleRate: rate });
      const connect = AudioNode.prototype.connect as (this: AudioNode, to: unknown) => AudioNode;
      window.tapped = context.audioWorklet.addModule(address).then(() => {
        const tap = new AudioWorkletNode(context, "recorder");
        tap.port.onmessage = ({ data }) => {
          const isSound = data.some((sample: number) => sample !== 0);
          if (isSound) window.heardAt ??= performance.timeOrigin + performance.now();
          window.heard.push(data);
        };
        connect.call(tap, context.destination);
        AudioNode.prototype.connect = function (this: AudioNode, to: unknown) {
          return connect.call(this, to === context.destination ? tap : to);
        } as typeof AudioNode.prototype.connect;
      });
      window.AudioContext = new Proxy(Real, {
        construct: (_, [options]: [AudioContextOptions?]) =>
          options?.sampleRate === rate ? context : new Real(options),
      });
      context.close = async () => {};
      window.loudspeaker = context;
    },
    { recorder, rate },
  );
  return {
    async samples() {
      // As text of bytes: a list of numbers of this length takes minutes.
      const base64 = await page.evaluate(async () => {
        const blob = new Blob(window.heard as Float32Array<ArrayBuffer>[]);
        const bytes = new Uint8Array(await blob.arrayBuffer());
        let text = "";
        for (let at = 0; at < bytes.length; at += 8192) {
          text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        }
        return btoa(text);
      });
      const bytes = Buffer.from(base64, "base64");
      const all = new Float32Array(
        bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
      );
      const first = all.findIndex((sample) => sample !== 0);
      const last = all.findLastIndex((sample) => sample !== 0);
      return first < 0 ? all.slice(0, 0) : all.slice(first, last + 1);
    },
  };
}

/** The samples of tests/fixtures/demos/play-noise.ts. */
export function noise(pieces: number, length: number): Float32Array {
  let random = 1;
  return Float32Array.from({ length: pieces * length }, () => {
    random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (((random >> 12) & 0x3fff) - 0x2000 || 1) / 32768;
  });
}

export interface Comparison {
  /** How many of the source's samples were heard, in their order. */
  matched: number;
  /** The first that was not. */
  wrongAt: number | undefined;
  /** How long it was silent between two of them, each time, in samples. */
  silences: number[];
}

/** Compares what was heard with its source, sample by sample; only silence may lie in between. */
export function compare(heard: Float32Array, source: Float32Array): Comparison {
  const silences: number[] = [];
  let matched = 0;
  let silent = 0;
  for (const sample of heard) {
    // Finer than a 16-bit sample by far; a browser may round a start's time.
    if (Math.abs(sample - (source[matched] ?? 2)) < 1e-6) {
      if (silent > 0) silences.push(silent);
      silent = 0;
      matched++;
    } else if (sample === 0) silent++;
    else return { matched, wrongAt: matched, silences };
  }
  return { matched, wrongAt: undefined, silences };
}
