/** A multiple of 3, so that the parts of a whole can be put behind one another. */
const bytesAtOnce = 96 * 1024;
/** More arguments than this overflow the stack of some browsers. */
const argumentsAtOnce = 8 * 1024;

/** Bytes in base64. Between parts of 96 kB, which take about a millisecond, others get their turn. */
export async function toBase64(bytes: Uint8Array): Promise<string> {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += bytesAtOnce) {
    if (start > 0) await breathe();
    const part = bytes.subarray(start, start + bytesAtOnce);
    let binary = "";
    for (let at = 0; at < part.length; at += argumentsAtOnce) {
      binary += String.fromCharCode(...part.subarray(at, at + argumentsAtOnce));
    }
    parts.push(btoa(binary));
  }
  return parts.join("");
}

/** Not a timer: those of a page in the background wait for a second. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
