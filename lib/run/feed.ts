/** What is fed to one input of a run while the run goes on, from a microphone, a camera or a control. */
export interface Feed {
  /** What `run` is given: an AsyncIterable of the pieces. */
  readonly given: unknown;
  /**
   * Takes one piece in, as it came over the wire. Where the generator is behind and nothing may be left
   * out, it settles when there is room again.
   *
   * @throws InputError where the piece is not what the input takes
   */
  push(piece: FeedPiece): Promise<void>;
  /** No more will come: the iterable ends behind the last piece. */
  end(): void;
  /** The run is over: nobody waits any more, and nothing is kept. */
  close(): void;
}

/** One piece on the wire: bytes, such as samples or a picture, or a plain value. */
export interface FeedPiece {
  readonly bytes?: Uint8Array;
  readonly value?: unknown;
  /** Seconds into what is fed, where its source knows: the place of a frame in its video. */
  readonly time?: number;
}
