import type { FeedPiece } from "../feed";

/** What one sort of feed does with its pieces; `createFeed` sees to their order, to room and to silence. */
export interface Intake<Checked> {
  /** What `run` is given. */
  readonly given: unknown;
  readonly dropped: number;
  readonly bufferedSeconds: number | undefined;
  /** Whether a sender who says nothing has gone. A control says nothing while nobody moves it. */
  readonly endsInSilence: boolean;
  /** @throws InputError where the piece is not what the input takes */
  check(piece: FeedPiece): Checked | Promise<Checked>;
  hasRoom(checked: Checked): boolean;
  add(checked: Checked): void;
  /** No more will come. */
  end(): void;
  /** The run is over: who waits for a piece is let go, and nothing is kept. */
  close(): void;
}
