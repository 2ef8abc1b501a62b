import type { ExampleFiles } from "../store/example-files";
import type { ByteStore, LogStore } from "../store/log-store";
import { createHls } from "./hls/hls";
import { htmlPolicy } from "./html-type";
import type { Images } from "./images";
import { joinedForm, joinedName } from "./joined-form";
import { type MediaAddress, mediaEnding, parseMediaAddress } from "./media-address";
import { createRunMedia } from "./run-media";
import type { NotServed, Served } from "./served";
import { createSharedFiles } from "./shared-file";
import { parseStoredFileType } from "./stored-file";
import { readWavLayout, wavHeader } from "./wav-layout";
import type { Workshop } from "./workshop";

/**
 * Finds what an address stands for.
 *
 * @param signal aborted when nobody waits for it any more
 * @throws LimitError where it would have to be made and too much else is waiting for that
 */
export type FindMedia = (address: string, signal: AbortSignal) => Promise<Served | NotServed>;

export interface FindMediaOptions {
  images: Images;
  bytes: ByteStore;
  logs: LogStore;
  workshop: Workshop;
  exampleFiles: Pick<ExampleFiles, "find">;
}

const nowhere: NotServed = { status: 404, reason: "There is no media at this address." };
const gone = (what: string): NotServed => ({
  status: 404,
  reason: `This ${what} is not kept any more.`,
});

type Of<What> = Extract<MediaAddress, { what: What }>;

export function createFindMedia(options: FindMediaOptions): FindMedia {
  const { images, bytes, logs, workshop, exampleFiles } = options;
  const media = createRunMedia({ logs, bytes });
  const readShared = createSharedFiles();
  const hls = createHls({ media, workshop });

  async function findImage({ run, id, ...request }: Of<"image">) {
    const image = await images.get(run, id, request);
    if (!image) return gone("picture");
    return { type: image.type, parts: [image.data], final: true };
  }

  async function findChunk({ run, id, ending }: Of<"chunk">) {
    const stored = await bytes.get(run, id);
    if (!stored) return gone("piece");
    const { type, data } = stored;
    const fits = isMedia(type) && mediaEnding(type) === ending;
    return fits ? { type, parts: [data], final: true } : nowhere;
  }

  async function findPage({ run, id }: Of<"page">) {
    const stored = await bytes.get(run, id);
    if (!stored) return gone("page");
    const policy = htmlPolicy(stored.type);
    if (policy === undefined) return nowhere;
    return { type: "text/html; charset=utf-8", parts: partsOf(stored.data), final: true, policy };
  }

  async function findFile({ run, output, id, name }: Of<"file">) {
    const stored = await bytes.get(run, id);
    if (!stored) return gone("file");
    const { type, data } = stored;
    const file = parseStoredFileType(type);
    // Sound and video that a demo yields whole are kept as they are.
    const demo = file ? "" : ((await logs.record(run))?.demo ?? "");
    const kept = file ?? { name: joinedName(demo, output, mediaEnding(type)), mimeType: type };
    if (kept.name !== name || !(file || isMedia(type))) return nowhere;
    return { type: kept.mimeType, parts: partsOf(data), final: true, attachment: name };
  }

  async function findJoined({ run, output, name }: Of<"joined">) {
    const found = await media.output(run, output);
    if (!found) return nowhere;
    const { demo, chunks, over } = found;
    const form = joinedForm(chunks);
    if (!form || name !== joinedName(demo, output, form.ending)) return nowhere;
    if (!over) {
      return { status: 404, reason: "The run goes on: its file is joined at its end." } as const;
    }
    const read = await media.read(run, chunks);
    if (!read) return gone("file");
    const served = { type: form.type, final: true, attachment: name };
    if (form.ending === "wav") return { ...served, parts: wavParts(read.map(({ data }) => data)) };
    const { data } = await workshop.get(`joined ${run} ${output}`, {
      make: async () => {
        const { joinCoded } = await import("./joined-file");
        return { data: await joinCoded(read, form) };
      },
      plural: "pieces of media",
      run,
    });
    return { ...served, parts: [data] };
  }

  async function findExample({ id }: Of<"example">) {
    const file = exampleFiles.find(id)?.file;
    const data = file && (await readShared(file.path));
    if (!data) return gone("file");
    const { mimeType, name } = file;
    // What browsers would run is kept rather than shown.
    const isShown = /^(?:image\/(?!svg)|audio\/|video\/)/.test(mimeType);
    const served = { type: mimeType, parts: partsOf(data), final: true };
    return isShown ? served : { ...served, attachment: name };
  }

  return async (address, signal) => {
    const wanted = parseMediaAddress(address);
    switch (wanted?.what) {
      case undefined:
        return nowhere;
      case "example":
        return findExample(wanted);
      case "image":
        return findImage(wanted);
      case "chunk":
        return findChunk(wanted);
      case "page":
        return findPage(wanted);
      case "file":
        return findFile(wanted);
      case "joined":
        return findJoined(wanted);
      case "playlist":
        return hls.playlist(wanted, signal);
      case "init":
        return hls.init(wanted, wanted.init);
      case "segment":
        return hls.segment(wanted, wanted);
    }
  };
}

/** One WAV file of the samples of many, none of which are copied. */
function wavParts(files: readonly Uint8Array[]): Uint8Array[] {
  const samples = files.map((file) => {
    const { start, end } = readWavLayout(file);
    return file.subarray(start, end);
  });
  const size = samples.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const [first] = files;
  if (!first) return [];
  const padding = size % 2 === 0 ? [] : [new Uint8Array(1)];
  return [wavHeader(first, size), ...samples, ...padding].filter(
    ({ byteLength }) => byteLength > 0,
  );
}

function partsOf(data: Uint8Array): Uint8Array[] {
  return data.byteLength > 0 ? [data] : [];
}

function isMedia(type: string): boolean {
  return /^(?:audio|video)\//.test(type);
}
