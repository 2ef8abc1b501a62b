import type { OutputRow } from "@/lib/client/compare/align-outputs";
import type { OutputDescription } from "@/lib/demo/describe";

/** A picture among those of a row. */
export interface RowPicture {
  /** The place of its column. */
  readonly place: number;
  readonly output: OutputDescription;
}

/** The pictures of a row that can be laid upon each other; none where there are not two. */
export function wipeable(row: OutputRow): readonly RowPicture[] {
  const pictures = row.flatMap((output, place) =>
    output?.kind === "image" ? [{ place, output }] : [],
  );
  return pictures.length > 1 ? pictures : [];
}
