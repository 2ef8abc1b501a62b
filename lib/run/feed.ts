/** What is fed to one input of a run while the run goes on, from a microphone, a camera or a control. */
export interface Feed {
  /** What `run` is given. */
  readonly given: unknown;
  /**
   * Takes one piece in, in the order of the indexes, which begin at 0. One that was taken before is
   * left out, so that who lost an answer may send it again. Where the generator is behind and nothing
   * may be left out, it settles when there is room.
   *
   * @throws FeedError `FEED_GAP`, `FEED_FULL`, `FEED_ENDED`; RunError `RUN_OVER`
   * @throws InputError where the piece is not what the input takes
   */
  push(index: number, piece: FeedPiece): Promise<FeedState>;
  /** The run's turn has come: from now on silence counts. */
  begin(): void;
  /** The run is over: nobody waits any more, and nothing is kept. */
  close(): void;
}

/** One piece on the wire. One with nothing in it says only that its sender is there. */
export interface FeedPiece {
  /** Samples or a picture. */
  readonly bytes?: Uint8Array | undefined;
  /** What a control shows. */
  readonly value?: unknown;
  /** Seconds into what is fed, where its source knows: the place of a frame in its video. */
  readonly time?: number | undefined;
  /** `true`: this picture counts, and waits for room. Else a newer one takes its place. */
  readonly wait?: boolean | undefined;
  /** Nothing comes behind this piece. */
  readonly end?: boolean | undefined;
}

/** What a sender needs to know. */
export interface FeedState {
  /** The index of the next piece. */
  readonly next: number;
  /** How many pictures came and were never given to the generator. */
  readonly dropped: number;
  /** Of sound, the seconds that the generator has still to take. */
  readonly bufferedSeconds: number | undefined;
}
