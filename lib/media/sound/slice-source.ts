import { ReadableStreamSource } from "mediabunny";

/** Where a demuxer reads slices as they come, and says when it has read all of them. */
export interface SliceSource {
  readonly source: ReadableStreamSource;
  /** Resolves once the demuxer asks for more than what has come. */
  hungry(): Promise<void>;
  push(slice: Uint8Array): void;
  /** Says that nothing more comes. */
  end(): void;
}

// An index at the end of a file needs all that lies before it.
const maxCacheSize = 64 * 2 ** 20;

export function createSliceSource(): SliceSource {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let supplied: (() => void) | undefined;
  let asked = () => {};
  let hunger = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const stream = new ReadableStream<Uint8Array>(
    {
      // Without room for anything ahead, it is pulled only when somebody waits for it.
      pull(its) {
        controller = its;
        asked();
        return new Promise((resolve) => {
          supplied = resolve;
        });
      },
      cancel() {
        controller = undefined;
      },
    },
    { highWaterMark: 0 },
  );

  function supply(give: (its: ReadableStreamDefaultController<Uint8Array>) => void): void {
    hunger = new Promise((resolve) => {
      asked = resolve;
    });
    if (controller) give(controller);
    supplied?.();
  }

  return {
    source: new ReadableStreamSource(stream, { maxCacheSize }),
    hungry: () => hunger,
    push: (slice) => supply((its) => its.enqueue(slice)),
    end: () => supply((its) => its.close()),
  };
}
