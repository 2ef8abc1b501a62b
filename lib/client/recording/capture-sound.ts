import { createResampler } from "./resample";

/** What comes in from a microphone, as samples. */
export interface SoundCapture {
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** Hands on what is still under way, then nothing more. The stream itself is left open. */
  stop(): Promise<void>;
}

export interface CaptureOptions {
  stream: MediaStream;
  /** One array of floats a channel, all of one length. Nothing is left out between two calls. */
  onBlock(channels: Float32Array[]): void;
  /** In Hz. Default: as the device gives it. */
  sampleRate?: number;
  /** 1 mixes to one channel. Default: as the device gives it, 2 at most. */
  channels?: number;
}

/**
 * Gives every sample of a stream, exact and in order: they come from the browser's audio thread, not
 * through a codec.
 *
 * @example const capture = await captureSound({ stream, onBlock: ([left]) => level(left) });
 */
export async function captureSound(options: CaptureOptions): Promise<SoundCapture> {
  const { stream, onBlock, sampleRate } = options;
  const [track] = stream.getAudioTracks();
  const channels = options.channels ?? Math.min(2, track?.getSettings().channelCount ?? 1);
  const { context, source } = await openContext(stream, sampleRate);
  const node = new AudioWorkletNode(context, "yieldcast-capture", {
    channelCount: channels,
    channelCountMode: "explicit",
  });
  const rate = sampleRate ?? context.sampleRate;
  const resamplers =
    rate === context.sampleRate
      ? undefined
      : Array.from({ length: channels }, () => createResampler(context.sampleRate, rate));
  const ended = new Promise<void>((resolve) => {
    node.port.onmessage = ({ data }: MessageEvent<Float32Array[] | "end">) => {
      if (data === "end") resolve();
      else if (resamplers) {
        const block = data.map((channel, at) => resamplers[at]?.(channel) ?? channel);
        if (block[0]?.length) onBlock(block);
      } else onBlock(data);
    };
  });
  source.connect(node);
  // It is silent; but what leads nowhere is not run by every browser.
  node.connect(context.destination);
  let stopped: Promise<void> | undefined;

  async function stop(): Promise<void> {
    node.port.postMessage("end");
    await ended;
    source.disconnect();
    await context.close();
  }

  return {
    sampleRate: rate,
    channels,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

interface Opened {
  context: AudioContext;
  source: MediaStreamAudioSourceNode;
}

/**
 * A context of the rate that is asked for, where the browser resamples the microphone to it; Firefox does
 * not, and gets one of the microphone's own (https://bugzilla.mozilla.org/show_bug.cgi?id=1388586).
 */
async function openContext(stream: MediaStream, sampleRate: number | undefined): Promise<Opened> {
  const context = new AudioContext(sampleRate === undefined ? {} : { sampleRate });
  try {
    await context.audioWorklet.addModule(new URL("./capture-worklet.js", import.meta.url));
    await context.resume();
    return { context, source: context.createMediaStreamSource(stream) };
  } catch (error) {
    await context.close();
    const isOfAnotherRate = error instanceof DOMException && error.name === "NotSupportedError";
    if (sampleRate === undefined || !isOfAnotherRate) throw error;
    return openContext(stream, undefined);
  }
}
