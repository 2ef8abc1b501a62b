/** A file on the wire; its bytes never change. */
export interface FileOnWire {
  readonly url: string;
  readonly name: string;
  readonly mimeType: string;
  /** In bytes. */
  readonly size: number;
}

const units = ["bytes", "kB", "MB", "GB", "TB"];

/** How large a file is and what it says it is. */
export function fileWords({ size, mimeType }: FileOnWire): string {
  let amount = size;
  let unit = 0;
  // Not 1,000.0 kB, but 1 MB.
  while (amount >= 999.95 && unit < units.length - 1) {
    amount /= 1000;
    unit++;
  }
  const number = amount.toLocaleString("en", { maximumFractionDigits: unit === 0 ? 0 : 1 });
  const bytes = size === 1 ? "1 byte" : `${number} ${units[unit]}`;
  return `${bytes} · ${mimeType.replace(/;.*/, "")}`;
}
