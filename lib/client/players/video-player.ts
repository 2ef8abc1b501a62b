import { createGapCount } from "./gap-count";
import { extentOf } from "./joined-chunks";
import { jumpOverHole } from "./jump-over-hole";
import { createLastFrame } from "./last-frame";
import { createMediaFeed, type MediaFeed, mediaSourceClass } from "./media-feed";
import {
  edgeDistance,
  emptyPlayer,
  type Feed,
  isAtEdge,
  type Player,
  type PlayerSnapshot,
  type PlayerStatus,
} from "./player";
import { createSnapshotStore } from "./snapshot-store";
import { onTabVolume, setTabVolume, tabVolume } from "./volume";

export interface VideoPlayerOptions {
  video: HTMLVideoElement;
  /** Lies over it: what was shown last stays there until something else can be. */
  canvas: HTMLCanvasElement;
  autoplay: boolean;
}

/**
 * Plays chunks of video in one `<video>`, by Media Source Extensions; where a browser has none, by the
 * run's HLS playlist.
 *
 * @param options.autoplay whether a run that was started here is played as soon as it has a picture;
 * where the browser allows that only without sound, it is muted, and `silenced` says so
 */
export function createVideoPlayer({ video, canvas, autoplay }: VideoPlayerOptions): Player {
  const events = new AbortController();
  let feed: Feed = { media: undefined, live: false, started: false };
  const store = createSnapshotStore({ ...emptyPlayer, ...tabVolume() }, read);
  const lastFrame = createLastFrame(video, canvas);
  let source: MediaFeed | undefined;
  let wanted = false;
  let blocked = false;
  let silenced = false;
  let rate = 1;
  const gaps = createGapCount();
  let lost = 0;

  function status(): PlayerStatus {
    const { media, live } = feed;
    if (!media || media.count === 0) return "empty";
    if (blocked) return "blocked";
    if (!live && video.ended) return "ended";
    if (!wanted) return "paused";
    return !video.paused && video.readyState >= video.HAVE_FUTURE_DATA ? "playing" : "waiting";
  }

  function read(): PlayerSnapshot {
    const { media, live } = feed;
    const { start, end } = media ? extentOf(media) : { start: 0, end: 0 };
    return {
      status: status(),
      start,
      end,
      live,
      atEdge: live && media !== undefined && isAtEdge(media, video.currentTime),
      gaps: gaps.count,
      lost,
      ...tabVolume(),
      muted: tabVolume().muted || silenced,
      silenced,
    };
  }

  function applyVolume(): void {
    const { volume, muted } = tabVolume();
    video.volume = volume ** 2;
    video.muted = muted || silenced || rate !== 1;
    store.publish();
  }

  async function start(): Promise<void> {
    wanted = true;
    blocked = false;
    store.publish();
    const refused = await playing();
    if (refused && !video.muted) {
      silenced = true;
      applyVolume();
      blocked = await playing();
    } else blocked = refused;
    if (blocked) silenced = false;
    applyVolume();
  }

  /** @returns whether the browser refuses it without a gesture */
  function playing(): Promise<boolean> {
    return video.play().then(
      () => false,
      (error) => error instanceof DOMException && error.name === "NotAllowedError",
    );
  }

  function begin({ media, live, started }: Feed): void {
    if (!media) return;
    gaps.reset();
    lost = 0;
    blocked = false;
    wanted = autoplay && (live || started);
    lastFrame.hold();
    if (mediaSourceClass()) {
      source?.dispose();
      source = createMediaFeed({
        video,
        onLost() {
          lost++;
          store.publish();
        },
        onChange: look,
        onReplace() {
          gaps.expected();
          lastFrame.hold();
        },
      });
    } else if (media.playlist) video.src = media.playlist;
    source?.update(media, live);
    const { start: first, end } = extentOf(media);
    const from = live && !started ? Math.max(first, end - edgeDistance) : first;
    if (from > 0) video.currentTime = from;
    if (wanted) void start();
  }

  /** Something has changed, or time has gone on. */
  function look(): void {
    if (video.readyState < video.HAVE_FUTURE_DATA) jumpOverHole(video, lost > 0);
    store.publish();
  }

  function seek(seconds: number): void {
    if (!feed.media) return;
    const { start: first, end } = extentOf(feed.media);
    gaps.expected();
    video.currentTime = Math.min(Math.max(seconds, first), end);
    source?.pump();
    store.publish();
    store.notify();
  }

  function play(): void {
    if (!feed.media) return;
    if (video.ended) seek(extentOf(feed.media).start);
    void start();
  }

  const heard: { [event: string]: () => void } = {
    playing: gaps.playing,
    waiting() {
      // What is sought is not late, nor is the end.
      const isOver =
        !feed.live && feed.media && video.currentTime >= extentOf(feed.media).end - 0.1;
      if (!video.seeking && !isOver) gaps.waiting();
    },
    pause() {
      // The browser may do it too; at the end, and where another source takes over, it means nothing.
      if (!video.ended && video.readyState > 0) wanted = false;
    },
    ended() {
      if (!feed.live) wanted = false;
    },
    timeupdate: () => source?.pump(),
    seeking: () => source?.pump(),
    // What is shown of its position has changed, though nothing else has.
    seeked: store.notify,
    canplay: () => {},
    progress: () => {},
  };
  for (const [event, react] of Object.entries(heard)) {
    const listener = () => {
      react();
      look();
    };
    video.addEventListener(event, listener, { signal: events.signal });
  }
  const stopVolume = onTabVolume(applyVolume);
  applyVolume();

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    position: () => video.currentTime,
    feed(newer) {
      const older = feed;
      feed = newer;
      const { media, live } = newer;
      if (media?.origin !== older.media?.origin) begin(newer);
      else if (media) {
        // Another run has begun, whose first picture is not there yet.
        if (live && !older.live) video.pause();
        else source?.update(media, live);
      }
      store.publish();
    },
    play,
    pause() {
      wanted = false;
      blocked = false;
      video.pause();
      store.publish();
    },
    seek,
    setRate(next) {
      rate = next;
      video.playbackRate = next;
      // Another source begins with this one.
      video.defaultPlaybackRate = next;
      applyVolume();
    },
    toEdge() {
      if (feed.media) seek(Math.max(0, extentOf(feed.media).end - edgeDistance));
      play();
    },
    setVolume(volume) {
      silenced = false;
      setTabVolume({ volume, muted: false });
    },
    setMuted(muted) {
      silenced = false;
      setTabVolume({ muted });
    },
    dispose() {
      events.abort();
      stopVolume();
      lastFrame.dispose();
      source?.dispose();
      store.dispose();
    },
  };
}
