/** A box of MP4, without its header. */
interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly headerStart: number;
}

/** What a WebM file and its media begin with: https://www.rfc-editor.org/rfc/rfc9559#section-5 */
const ebml = 0x1a45dfa3;
const cluster = 0x1f43b675;

/**
 * The sample rate that a WAV or MP4 file says it has, in Hz. A browser decodes into whichever rate it
 * is asked for, and does not tell what the file's was.
 */
export function sampleRateOf(file: ArrayBuffer): number | undefined {
  const view = new DataView(file);
  const rate = isWav(view) ? rateOfWav(view) : rateOfMp4(view);
  // What all browsers can make a context of: https://webaudio.github.io/web-audio-api/#sample-rates
  return rate && rate >= 8000 && rate <= 96_000 ? rate : undefined;
}

/**
 * What of an MP4 or WebM file stands behind its initialisation part, to be put behind another such file.
 */
export function mediaPartOf(file: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const view = new DataView(file);
  if (view.byteLength > 4 && view.getUint32(0) === ebml) {
    for (let at = 4; at + 4 <= view.byteLength; at++) {
      if (view.getUint32(at) === cluster) return new Uint8Array(file, at);
    }
  }
  for (const box of boxesOf(view, 0, view.byteLength)) {
    if (box.type === "moof") return new Uint8Array(file, box.headerStart);
  }
  return new Uint8Array(file);
}

function isWav(view: DataView): boolean {
  return view.byteLength > 28 && textAt(view, 0) === "RIFF" && textAt(view, 8) === "WAVE";
}

function rateOfWav(view: DataView): number | undefined {
  for (let at = 12; at + 16 <= view.byteLength; ) {
    if (textAt(view, at) === "fmt ") return view.getUint32(at + 12, true);
    at += 8 + view.getUint32(at + 4, true);
  }
  return undefined;
}

function rateOfMp4(view: DataView): number | undefined {
  let range: Pick<Box, "start" | "end"> | undefined = { start: 0, end: view.byteLength };
  for (const type of ["moov", "trak", "mdia", "minf", "stbl", "stsd"]) {
    if (!range) return undefined;
    range = [...boxesOf(view, range.start, range.end)].find((box) => box.type === type);
  }
  // Its first entry: https://developer.apple.com/documentation/quicktime-file-format/sound_sample_description_version_0
  const rateAt = (range?.start ?? 0) + 8 + 32;
  return range && rateAt + 2 <= range.end ? view.getUint16(rateAt) : undefined;
}

function* boxesOf(view: DataView, start: number, end: number): Generator<Box> {
  for (let at = start; at + 8 <= end; ) {
    const short = view.getUint32(at);
    const isLong = short === 1 && at + 16 <= end;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short;
    if (size < 8) return;
    const header = isLong ? 16 : 8;
    yield {
      type: textAt(view, at + 4),
      headerStart: at,
      start: at + header,
      end: Math.min(end, at + size),
    };
    at += size;
  }
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
