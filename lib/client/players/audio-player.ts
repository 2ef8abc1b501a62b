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
import { createSnapshotStore } from "./snapshot-store";
import { wakeSoundAtGestures } from "./sound-contexts";
import { createSpeaker } from "./speaker";
import { setTabVolume, tabVolume } from "./volume";

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
  const peaks = createPeaks();
  const clips: Clips = createClips((chunk, clip) => {
    if (clip === "lost") lost++;
    else peaks.add(chunk.start, clip);
    pump();
    // The snapshot may be the same, but there is more to be drawn.
    store.notify();
  });
  let feed: Feed = { media: undefined, live: false, started: false };
  /** Whether it plays, or would if it could. */
  let wanted = false;
  /** Where it stands while nothing is scheduled, in seconds. */
  let stand = 0;
  /** Somebody who joined a run on its way begins at its newest, whenever that is. */
  let atEdge = false;
  let ended = false;
  let gaps = 0;
  let lost = 0;
  let schedule: Schedule | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first chunk to be heard had been decoded. */
  let readyAt: number | undefined;

  const store = createSnapshotStore({ ...emptyPlayer, ...tabVolume() }, read);
  const stopWaking = autoplay ? wakeSoundAtGestures() : () => {};
  const speaker = createSpeaker(pump);

  function position(): number {
    return schedule?.position() ?? stand;
  }

  /** Brings everything up to now. */
  function pump(): void {
    clearTimeout(timer);
    const { media, live } = feed;
    if (media && media.count > 0) {
      // What is over is played from its beginning.
      if (atEdge && !schedule) stand = live ? edgeOf() : extentOf(media).start;
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
    store.publish();
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
      if (media && !feed.live && stand >= extentOf(media).end) finish(stand);
      return;
    }
    if (media && !isEnough(media, chunk)) return;
    speaker.open(clip.sampleRate);
    const heard = speaker.wake();
    if (!heard) return;
    atEdge = false;
    schedule = createSchedule({
      ...heard,
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
    speaker.rest();
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
    if (speaker.isBlocked()) return "blocked";
    return schedule && !schedule.isIdle() ? "playing" : "waiting";
  }

  function read(): PlayerSnapshot {
    const { media, live } = feed;
    const { start, end } = media ? extentOf(media) : { start: 0, end: 0 };
    return {
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
    speaker.wake();
    pump();
  }

  function seek(seconds: number): void {
    if (!feed.media) return;
    const { start, end } = extentOf(feed.media);
    atEdge = false;
    ended = false;
    halt(Math.min(Math.max(seconds, start), end));
    pump();
    store.notify();
  }

  return {
    peaks,
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
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
      speaker.rest();
      pump();
    },
    seek,
    // A replay that is faster moves it by `seek`, in silence.
    setRate: () => {},
    toEdge() {
      seek(edgeOf());
      play();
    },
    setVolume: (volume) => setTabVolume({ volume, muted: false }),
    setMuted: (muted) => setTabVolume({ muted }),
    dispose() {
      clearTimeout(timer);
      stopWaking();
      halt(0);
      clips.clear();
      speaker.dispose();
      store.dispose();
    },
  };
}
