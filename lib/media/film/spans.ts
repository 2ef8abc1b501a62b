import type { CodedPacket } from "../mp4-chunk";

// Spreading into Math.min would take one argument a packet, of which a long film has too many.

/** When the first of them is shown; `Infinity` where there is none. */
export function earliestStart(packets: readonly CodedPacket[]): number {
  return packets.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
}

/** When the last of them is over; `-Infinity` where there is none. */
export function latestEnd(packets: readonly CodedPacket[]): number {
  return packets.reduce(
    (most, { start, duration }) => Math.max(most, start + duration),
    Number.NEGATIVE_INFINITY,
  );
}

/** When the last of them begins to be shown; `-Infinity` where there is none. */
export function latestStart(packets: readonly CodedPacket[]): number {
  return packets.reduce((most, { start }) => Math.max(most, start), Number.NEGATIVE_INFINITY);
}

/** The same packets, later by so many seconds. */
export function moved(packets: readonly CodedPacket[], by: number): CodedPacket[] {
  return packets.map((packet) => ({ ...packet, start: packet.start + by }));
}
