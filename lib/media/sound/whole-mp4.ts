const moov = 0x6d6f6f76;
const moof = 0x6d6f6f66;

/**
 * Whether bytes end where the boxes of an MP4 file do, its index among them. One in fragments may go on
 * for as long as it likes.
 */
export function isWholeMp4(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasIndex = false;
  let at = 0;
  while (at + 8 <= bytes.length) {
    const type = view.getUint32(at + 4);
    const size = view.getUint32(at);
    if (type === moof) return false;
    hasIndex ||= type === moov;
    // 0: up to the end of the file.
    if (size === 0) return hasIndex;
    if (size === 1 && at + 16 > bytes.length) return false;
    const whole = size === 1 ? Number(view.getBigUint64(at + 8)) : size;
    if (whole < 8) return false;
    at += whole;
  }
  return hasIndex && at === bytes.length;
}
