import { appendChunk, settled } from "./append-chunk";
import { type ChunkOnWire, extentOf, type JoinedChunks, placeAt, placeOf } from "./joined-chunks";
import { loadChunk } from "./load-chunk";
import { mediaPartOf } from "./sound-file";

/** Seconds that are appended ahead of what is shown, and kept behind it. */
const ahead = 30;
const behind = 30;
/** Chunks that are fetched ahead. */
const fetchedAhead = 3;

export interface MediaFeedOptions {
  video: HTMLVideoElement;
  /** A chunk could not be had or shown. */
  onLost(): void;
  /** Something was appended, or everything. */
  onChange(): void;
  /** Another source is about to take over in the element. */
  onReplace(): void;
}

/** Puts chunks behind one another into one `<video>`, as far as they are needed. */
export interface MediaFeed {
  update(media: JoinedChunks, live: boolean): void;
  /** Looks what is due: the element's time has gone on, or was changed. */
  pump(): void;
  dispose(): void;
}

type SourceClass = typeof MediaSource;

/** `undefined` where the browser has none, as iPhones before iOS 17.1. */
export function mediaSourceClass(): SourceClass | undefined {
  const scope = globalThis as { MediaSource?: SourceClass; ManagedMediaSource?: SourceClass };
  // Of the two, the managed one is told by the browser when to stop loading, for the battery's sake.
  return scope.MediaSource ?? scope.ManagedMediaSource;
}

export function createMediaFeed(options: MediaFeedOptions): MediaFeed {
  const { video, onLost, onChange, onReplace } = options;
  const files = new Map<string, Promise<ArrayBuffer>>();
  const controller = new AbortController();
  let media: JoinedChunks | undefined;
  let live = false;
  let source: MediaSource | undefined;
  let address: string | undefined;
  let buffer: SourceBuffer | undefined;
  let type = "";
  /** The index of the chunk to be appended next. */
  let next = 0;
  /** The index of the chunk that the source was given last. */
  let newest: number | undefined;
  let busy = false;
  let again = false;

  function open(): void {
    const Source = mediaSourceClass();
    if (!Source) return;
    const mine = new Source();
    source = mine;
    buffer = undefined;
    newest = undefined;
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(mine);
    // A managed source plays only where nothing may be sent to another device.
    video.disableRemotePlayback = true;
    mine.addEventListener("sourceopen", pump);
    const time = video.currentTime;
    const playing = !video.paused;
    onReplace();
    video.src = address;
    if (time > 0) video.currentTime = time;
    if (playing) void video.play().catch(() => {});
  }

  function pump(): void {
    again = true;
    if (busy) return;
    busy = true;
    void work().finally(() => {
      busy = false;
    });
  }

  async function work(): Promise<void> {
    while (again && !controller.signal.aborted) {
      again = false;
      while (await step());
    }
  }

  /** @returns whether to look for more at once */
  async function step(): Promise<boolean> {
    if (!media || !source || controller.signal.aborted) return false;
    if (source.readyState === "closed") return false;
    const position = video.currentTime;
    if (!isBuffered(position) && !isOnItsWay(position)) next = firstAt(position);
    const chunk = media.list[placeOf(media, next)];
    const place = placeOf(media, next);
    if (!chunk || place >= media.count) return end();
    if (chunk.start > position + ahead) return false;
    prefetch(place);
    const mine = source;
    const file = await fileOf(chunk).catch(() => undefined);
    if (controller.signal.aborted || source !== mine) return true;
    const isWhole = file !== undefined && mediaSourceClass()?.isTypeSupported(chunk.mimeType);
    if (!isWhole) return skip(chunk);
    if (buffer && tracksOf(chunk.mimeType) !== tracksOf(type)) {
      // A source cannot gain or lose a track: another one takes over where this one ends.
      if (position < chunk.start - 0.2 && isBuffered(position)) return false;
      video.currentTime = chunk.start;
      open();
      return false;
    }
    return append(chunk, file);
  }

  async function append(chunk: ChunkOnWire, file: ArrayBuffer): Promise<boolean> {
    if (!source) return false;
    const mine = source;
    try {
      buffer ??= source.addSourceBuffer(chunk.mimeType);
      const goesOn = chunk.continues && newest === chunk.index - 1 && type === chunk.mimeType;
      if (type !== chunk.mimeType && buffer.changeType) buffer.changeType(chunk.mimeType);
      type = chunk.mimeType;
      await appendChunk(buffer, chunk, goesOn ? mediaPartOf(file) : file);
      newest = chunk.index;
    } catch (error) {
      if (error instanceof DOMException && error.name === "QuotaExceededError") {
        return evict(Math.min(5, behind));
      }
      if (source !== mine || controller.signal.aborted) return false;
      skip(chunk);
      open();
      return false;
    }
    files.delete(chunk.url);
    next = chunk.index + 1;
    if (media && source.readyState === "open") {
      const { end } = extentOf(media);
      if (!(source.duration >= end)) source.duration = end;
    }
    onChange();
    await evict(behind);
    return true;
  }

  /** @returns whether there was something to remove */
  async function evict(keep: number): Promise<boolean> {
    const until = video.currentTime - keep;
    if (!buffer || buffer.buffered.length === 0) return false;
    if (until - buffer.buffered.start(0) < 5) return false;
    buffer.remove(0, until);
    await settled(buffer).catch(() => {});
    return true;
  }

  function end(): boolean {
    if (!live && source?.readyState === "open" && buffer) {
      source.endOfStream();
      onChange();
    }
    return false;
  }

  function skip(chunk: ChunkOnWire): boolean {
    next = chunk.index + 1;
    files.delete(chunk.url);
    onLost();
    return true;
  }

  function prefetch(place: number): void {
    for (let at = place; at < place + fetchedAhead; at++) {
      const chunk = media && at < media.count ? media.list[at] : undefined;
      if (chunk) void fileOf(chunk).catch(() => {});
    }
  }

  function fileOf({ url }: ChunkOnWire): Promise<ArrayBuffer> {
    let file = files.get(url);
    if (!file) {
      file = loadChunk(url, controller.signal);
      files.set(url, file);
      // What was fetched for a place that somebody has left since.
      if (files.size > 2 * fetchedAhead) files.delete(files.keys().next().value ?? "");
    }
    return file;
  }

  /** The chunk to begin with for a time: the one there, or the one before that it goes on from. */
  function firstAt(position: number): number {
    if (!media) return 0;
    let place = placeAt(media, position);
    while (place > 0 && media.list[place]?.continues) place--;
    return media.list[place]?.index ?? 0;
  }

  function isBuffered(position: number): boolean {
    const { buffered } = video;
    for (let at = 0; at < buffered.length; at++) {
      if (buffered.start(at) - 0.1 <= position && position <= buffered.end(at) + 0.1) return true;
    }
    return false;
  }

  /** Whether what is appended next leads to a time that is not there yet. */
  function isOnItsWay(position: number): boolean {
    const there = media?.list[placeAt(media, position)]?.index ?? 0;
    return next >= firstAt(position) && next <= there + 1;
  }

  return {
    update(newMedia, newLive) {
      const isOther = media?.origin !== newMedia.origin;
      media = newMedia;
      live = newLive;
      if (isOther) {
        next = media.list[0]?.index ?? 0;
        files.clear();
        open();
      }
      pump();
    },
    pump,
    dispose() {
      controller.abort();
      if (address) URL.revokeObjectURL(address);
      video.removeAttribute("src");
      video.load();
    },
  };
}

/** Which sorts of tracks a type names: a source keeps those that it began with. */
function tracksOf(mimeType: string): string {
  const codecs = /codecs="([^"]*)"/.exec(mimeType)?.[1]?.split(",") ?? [];
  const isVideo = (codec: string) => /^(avc|hev|hvc|vp|av0)/.test(codec.trim());
  return codecs
    .map((codec) => (isVideo(codec) ? "video" : "audio"))
    .sort()
    .join();
}
