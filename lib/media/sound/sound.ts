/** How samples lie in a file: whole numbers or floats, little endian, the channels interleaved. */
export interface PcmFormat {
  readonly encoding: "int" | "float";
  /** Of one sample: 8, 16, 24 or 32; of floats 32 or 64. */
  readonly bits: number;
  /** In Hz. */
  readonly rate: number;
  readonly channels: number;
}

/** Samples that stand behind one another. */
export interface PcmSound {
  readonly kind: "pcm";
  readonly format: PcmFormat;
  /** Whole sample frames. */
  readonly data: Uint8Array;
}

export type SoundCodec = "mp3" | "aac" | "opus" | "vorbis" | "flac";

/** What packets are decoded with. */
export interface CodedFormat {
  readonly codec: SoundCodec;
  readonly config: AudioDecoderConfig;
  /** How many samples of packets make a second. */
  readonly rate: number;
}

/** The smallest piece of coded sound. */
export interface SoundPacket {
  readonly data: Uint8Array;
  /** How many samples of each channel it decodes to. */
  readonly samples: number;
}

/** Packets that stand behind one another. */
export interface CodedSound {
  readonly kind: "coded";
  readonly format: CodedFormat;
  readonly packets: readonly SoundPacket[];
  /** Set where a file begins with these packets. */
  readonly begins?: {
    /** How many samples at its front are the coder's delay, not to be heard. */
    readonly lead: number;
    /** How many samples behind them are to be heard; `undefined` where that is not known. */
    readonly heard: number | undefined;
  };
  /** Set where the file ends with these packets: how many samples at its end are padding. */
  readonly ends?: { readonly tail: number };
}

export type Sound = PcmSound | CodedSound;

/** Reads one file of sound, or one stream, that is given in slices cut anywhere. */
export interface SoundReader {
  /**
   * What has become whole with a slice.
   *
   * @throws YieldError where it cannot be read
   */
  push(slice: Uint8Array): Sound[] | Promise<Sound[]>;
  /** Whether the file is whole: what comes next begins another one. */
  readonly done: boolean;
  /** Once it is done: the bytes that came last and are no part of it. */
  readonly unread?: Uint8Array;
  /** What can still be given once nothing more comes. */
  end(): Sound[] | Promise<Sound[]>;
  /** Lets go of what it holds. */
  close(): void;
}
