import type { Clips } from "./clips";
import { type ChunkOnWire, type JoinedChunks, placeOf } from "./joined-chunks";

/** Seconds of sound that are handed to the browser ahead of their time. */
const scheduledAhead = 5;
/** Seconds from a chunk's coming to its sound; more after each gap, as the line is no better than that. */
const leads = [0.03, 0.08, 0.16, 0.3, 0.5];
const fade = 0.006;

export interface ScheduleOptions {
  context: AudioContext;
  /** Where the sound goes. */
  output: AudioNode;
  /** On the output's clock, in seconds. */
  from: number;
  /** The index of the chunk that is there. */
  first: number;
  /** Gaps that there were before. */
  gaps: number;
  /** A sound has ended: there may be more to be done. */
  onEnded(): void;
}

/**
 * Sound on its way to be heard, on one clock that never stops: each chunk begins at the very sample
 * at which the one before ends.
 */
export interface Schedule {
  /** Hands over what is decoded and due soon. */
  fill(media: JoinedChunks, clips: Clips): void;
  /** On the output's clock, in seconds. */
  position(): number;
  /** Whether all that was handed over has been heard. */
  isIdle(): boolean;
  /** The index of the chunk to be handed over next. */
  readonly next: number;
  readonly gaps: number;
  /** When the first of it was or will be heard, on the context's clock; `undefined` before. */
  readonly beganAt: number | undefined;
  /** Silences it, without a click. */
  end(): void;
}

export function createSchedule(options: ScheduleOptions): Schedule {
  const { context, onEnded } = options;
  const rate = context.sampleRate;
  const frame = (seconds: number) => Math.round(seconds * rate);
  const voice = new GainNode(context);
  voice.connect(options.output);
  const sources = new Set<AudioBufferSourceNode>();
  const start = frame(options.from);
  let { first: next, gaps } = options;
  /** The context's frame at which the output's frame 0 would be heard. */
  let origin: number | undefined;
  let beganAt: number | undefined;
  /** The output's frame up to which sound was handed over. */
  let end = start;

  const nowFrame = () => Math.ceil(context.currentTime * rate);
  // The browser is ahead of the clock that it shows by as much as it computes at once.
  const margin = () => frame(Math.max(0.01, (context.baseLatency || 0) + 0.005));
  const leadFrames = () =>
    Math.max(frame(leads[Math.min(gaps, leads.length - 1)] ?? 0), margin() + frame(0.01));

  function place(chunk: ChunkOnWire, clip: AudioBuffer): boolean {
    const begin = frame(chunk.start);
    const skipped = Math.max(0, start - begin);
    const at = begin + skipped;
    const length = frame(chunk.start + chunk.duration) - begin - skipped;
    if (length <= 0) return true;
    const now = nowFrame();
    origin ??= now + leadFrames() - at;
    if (origin + at < now + margin()) {
      // It is late. The clock goes on behind it: nothing is left out, and nothing overlaps.
      gaps++;
      origin = now + leadFrames() - at;
    }
    const when = origin + at;
    if (when > now + frame(scheduledAhead)) return false;
    const source = new AudioBufferSourceNode(context, { buffer: behind(clip, skipped / rate) });
    source.connect(voice);
    source.addEventListener("ended", () => {
      source.disconnect();
      sources.delete(source);
      onEnded();
    });
    sources.add(source);
    if (beganAt === undefined) {
      beganAt = when / rate;
      if (skipped > 0) fadeIn(beganAt);
    }
    source.start(when / rate);
    end = at + length;
    return true;
  }

  /** What begins in the midst of a sound would click. */
  function fadeIn(when: number): void {
    voice.gain.setValueAtTime(0, when);
    voice.gain.linearRampToValueAtTime(1, when + fade);
  }

  return {
    fill(media, clips) {
      // While the browser refuses, its clock stands still, and what came first would be old.
      if (context.state !== "running") return;
      for (let at = placeOf(media, next); at < media.count; at++) {
        const chunk = media.list[at];
        const clip = chunk && clips.get(chunk);
        if (!chunk || !clip) return;
        if (clip !== "lost" && !place(chunk, clip)) return;
        next = chunk.index + 1;
      }
    },
    position() {
      if (origin === undefined) return options.from;
      const heard = context.currentTime * rate - origin;
      return Math.min(Math.max(heard, start), end) / rate;
    },
    isIdle: () => origin === undefined || context.currentTime * rate - origin >= end,
    get next() {
      return next;
    },
    get gaps() {
      return gaps;
    },
    get beganAt() {
      return beganAt;
    },
    end() {
      const now = context.currentTime;
      voice.gain.setValueAtTime(1, now);
      voice.gain.linearRampToValueAtTime(0, now + fade);
      for (const source of sources) source.stop(now + fade);
      setTimeout(() => voice.disconnect(), 100);
      sources.clear();
    },
  };
}

/** A sound without its beginning. */
function behind(clip: AudioBuffer, seconds: number): AudioBuffer {
  const skipped = Math.min(clip.length - 1, Math.round(seconds * clip.sampleRate));
  if (skipped <= 0) return clip;
  const { numberOfChannels, sampleRate } = clip;
  const rest = new AudioBuffer({ length: clip.length - skipped, numberOfChannels, sampleRate });
  for (let channel = 0; channel < numberOfChannels; channel++) {
    rest.copyToChannel(clip.getChannelData(channel).subarray(skipped), channel);
  }
  return rest;
}
