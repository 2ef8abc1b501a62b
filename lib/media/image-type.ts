/** Pixels that are not encoded yet. */
export interface RawImage {
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
}

const raw = /^image\/x-raw; width=(\d+); height=(\d+); channels=([1-4])$/;

/** The type under which pixels are kept in the byte store. */
export function rawImageType({ width, height, channels }: RawImage): string {
  return `image/x-raw; width=${width}; height=${height}; channels=${channels}`;
}

/** What `rawImageType` wrote; `undefined` for the type of encoded bytes. */
export function parseRawImageType(type: string): RawImage | undefined {
  const [, width, height, channels] = raw.exec(type) ?? [];
  if (width === undefined) return undefined;
  return {
    width: Number(width),
    height: Number(height),
    channels: Number(channels) as 1 | 2 | 3 | 4,
  };
}
