import { type Clips, createClips } from "./clips";
import { type ChunkOnWire, extentOf, type JoinedChunks, placeAt, placeOf } from "./joined-chunks";
import { createPeaks, type Peaks } from "./peaks";
import {
  edgeDistance,
  emptyPlayer,
  type Feed,
  isAtEdge,
  type Player,
  type PlayerSnapshot,
  type PlayerStatus,
} from "./player";
import { createSchedule, type Schedule } from "./schedule";
import { holdSound, type SoundHold, wakeSoundAtGestures } from "./sound-contexts";
import { onTabVolume, setTabVolume, tabVolume } from "./volume";

export interface AudioPlayer extends Player {
  readonly peaks: Peaks;
}

/** Seconds that are fetched and decoded ahead. */
const decodedAhead = { playing: 20, paused: 4 };
/** Seconds of sound that are enough to begin with, and milliseconds to wait for them. */
const enough = 0.12;
const longestPatience = 60;
/** Milliseconds between looks at what is due. A sound that ends is a reason of its own. */
const beat = 200;

/**
 * Plays chunks of sound with WebAudio, each from the very sample at which the one before ends.
 *
 * @param options.autoplay whether a run that was started here is played as soon as it has a sound
 * @example
 * const player = createAudioPlayer({ autoplay: true });
 * player.feed({ media: joinChunks(undefined, wire), live: true, started: true });
 */
export function createAudioPlayer({ autoplay }: { autoplay: boolean }): AudioPlayer {
  const listeners = new Set<() => void>();
  const peaks = createPeaks();
  const clips: Clips = createClips((chunk, clip) => {
    if (clip === "lost") lost++;
    else peaks.add(chunk.start, clip);
    pump();
    // The snapshot may be the same, but there is more to be drawn.
    notify();
  });
  let feed: Feed = { media: undefined, live: false, started: false };
  let snapshot: PlayerSnapshot = { ...emptyPlayer, ...tabVolume() };
  /** Whether it plays, or would if it could. */
  let wanted = false;
  /** Where it stands while nothing is scheduled, in seconds. */
  let stand = 0;
  /** Somebody who joined a run on its way begins at its newest, whenever that is. */
  let atEdge = false;
  let ended = false;
  let gaps = 0;
  let lost = 0;
  let hold: SoundHold | undefined;
  let master: GainNode | undefined;
  let schedule: Schedule | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first chunk to be heard had been decoded. */
  let readyAt: number | undefined;

  const stopWaking = autoplay ? wakeSoundAtGestures() : () => {};
  const stopVolume = onTabVolume(() => {
    applyVolume();
    publish();
  });

  function position(): number {
    return schedule?.position() ?? stand;
  }

  /** Brings everything up to now. */
  function pump(): void {
    clearTimeout(timer);
    const { media, live } = feed;
    if (media && media.count > 0) {
      if (atEdge && !schedule) stand = edgeOf();
      clips.focus(media, position(), wanted ? decodedAhead.playing : decodedAhead.paused);
      if (wanted) {
        openSchedule();
        schedule?.fill(media, clips);
        gaps = schedule?.gaps ?? gaps;
        const { end } = extentOf(media);
        const last = media.list[media.count - 1]?.index ?? 0;
        if (!live && schedule && schedule.next > last && schedule.isIdle()) finish(end);
      }
    }
    publish();
    if (wanted) timer = setTimeout(pump, readyAt && !schedule ? longestPatience : beat);
  }

  function openSchedule(): void {
    const { media } = feed;
    const chunk = media?.list[placeAt(media, stand)];
    if (!chunk || schedule) return;
    const clip = clips.get(chunk);
    if (!clip) return;
    if (clip === "lost") {
      stand = Math.max(stand, chunk.start + chunk.duration);
      return;
    }
    if (media && !isEnough(media, chunk)) return;
    openSound(clip.sampleRate);
    if (!hold || !master) return;
    hold.resume();
    if (hold.context.state !== "running") return;
    const { context } = hold;
    atEdge = false;
    schedule = createSchedule({
      context,
      output: master,
      from: stand,
      first: chunk.index,
      gaps,
      onEnded: pump,
    });
  }

  /** A first chunk of some milliseconds would be over before the others have come that are on their way. */
  function isEnough(media: JoinedChunks, first: ChunkOnWire): boolean {
    readyAt ??= performance.now();
    if (performance.now() - readyAt > longestPatience) return true;
    for (let at = placeOf(media, first.index); at < media.count; at++) {
      const chunk = media.list[at];
      if (!chunk || chunk.start - stand > enough) return true;
      if (!clips.get(chunk)) return false;
    }
    return true;
  }

  function openSound(rate: number): void {
    if (hold && (hold.context.sampleRate === rate || schedule)) return;
    closeSound();
    hold = holdSound(rate);
    master = new GainNode(hold.context);
    master.connect(hold.context.destination);
    hold.context.addEventListener("statechange", pump);
    applyVolume();
  }

  function closeSound(): void {
    master?.disconnect();
    hold?.context.removeEventListener("statechange", pump);
    hold?.release();
    hold = undefined;
    master = undefined;
  }

  function applyVolume(): void {
    const { volume, muted } = tabVolume();
    // The ear hears a square of it as half as loud.
    if (master) master.gain.value = muted ? 0 : volume ** 2;
  }

  function halt(at: number): void {
    schedule?.end();
    schedule = undefined;
    readyAt = undefined;
    stand = at;
  }

  function finish(end: number): void {
    halt(end);
    wanted = false;
    ended = true;
    hold?.rest();
  }

  function edgeOf(): number {
    const { start, end } = feed.media ? extentOf(feed.media) : { start: 0, end: 0 };
    return Math.max(start, end - edgeDistance);
  }

  function status(): PlayerStatus {
    const { media } = feed;
    if (!media || media.count === 0) return "empty";
    if (ended) return "ended";
    if (!wanted) return "paused";
    if (hold && hold.context.state !== "running" && !isAllowed()) return "blocked";
    return schedule && !schedule.isIdle() ? "playing" : "waiting";
  }

  function publish(): void {
    const { media, live } = feed;
    const { start, end } = media ? extentOf(media) : { start: 0, end: 0 };
    const next: PlayerSnapshot = {
      status: status(),
      start,
      end,
      live,
      atEdge: live && media !== undefined && (atEdge || isAtEdge(media, position())),
      gaps,
      lost,
      ...tabVolume(),
      silenced: false,
    };
    const keys = Object.keys(next) as (keyof PlayerSnapshot)[];
    if (keys.every((key) => next[key] === snapshot[key])) return;
    snapshot = next;
    notify();
  }

  function notify(): void {
    for (const listener of [...listeners]) listener();
  }

  function begin({ media, live, started }: Feed): void {
    halt(media ? extentOf(media).start : 0);
    clips.clear();
    peaks.clear();
    ended = false;
    gaps = 0;
    lost = 0;
    atEdge = live && !started;
    wanted = autoplay && (live || started) && media !== undefined;
  }

  function play(): void {
    if (!feed.media) return;
    if (ended) stand = extentOf(feed.media).start;
    ended = false;
    wanted = true;
    hold?.resume();
    pump();
  }

  function seek(seconds: number): void {
    if (!feed.media) return;
    const { start, end } = extentOf(feed.media);
    atEdge = false;
    ended = false;
    halt(Math.min(Math.max(seconds, start), end));
    pump();
  }

  return {
    peaks,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    position,
    feed(newer) {
      const older = feed;
      feed = newer;
      if (newer.media?.origin !== older.media?.origin) begin(newer);
      else if (newer.live && !older.live && newer.media) {
        // Another run has begun, whose first sound is not there yet: what is heard is of the one before.
        halt(position());
        wanted = false;
      }
      pump();
    },
    play,
    pause() {
      halt(position());
      wanted = false;
      hold?.rest();
      pump();
    },
    seek,
    toEdge() {
      seek(edgeOf());
      play();
    },
    setVolume: (volume) => setTabVolume({ volume, muted: false }),
    setMuted: (muted) => setTabVolume({ muted }),
    dispose() {
      clearTimeout(timer);
      stopWaking();
      stopVolume();
      halt(0);
      clips.clear();
      closeSound();
      listeners.clear();
    },
  };
}

/** Whether somebody has pressed something, so that a context which does not run yet is about to. */
function isAllowed(): boolean {
  return navigator.userActivation?.hasBeenActive ?? false;
}
