import type { Socket } from "node:net";

/*
 * As much of WebSocket (RFC 6455) as a client needs that shall cost next to nothing: a thousand of them share
 * one core with nobody but themselves, and it is the server that is measured.
 */

const text = 1;
const close = 8;
const ping = 9;
const pong = 10;

export interface FrameReader {
  /** Takes what came; it may hold parts of messages, and its bytes may be written over afterwards. */
  read(chunk: Buffer): void;
}

/**
 * @param socket answers pings; on anything but whole text messages it is destroyed with an error
 * @param onText is called with the bytes of each message, which are its own only during the call
 */
export function createFrameReader(socket: Socket, onText: (bytes: Buffer) => void): FrameReader {
  let rest: Buffer = Buffer.alloc(0);

  function take(opcode: number, bytes: Buffer): void {
    if (opcode === text) onText(bytes);
    else if (opcode === ping) socket.write(frame(bytes, pong));
    else if (opcode === close) socket.destroy(new Error(`The server closed: ${bytes.subarray(2)}`));
    else socket.destroy(new Error(`A frame of the kind ${opcode} is not looked for.`));
  }

  return {
    read(chunk) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      let at = 0;
      while (bytes.length - at >= 2) {
        let length = bytes[at + 1] ?? 0;
        let head = 2;
        if (length === 126) head = 4;
        if (length === 127) head = 10;
        if (bytes.length - at < head) break;
        if (length === 126) length = bytes.readUInt16BE(at + 2);
        if (length === 127) length = Number(bytes.readBigUInt64BE(at + 2));
        if (bytes.length - at < head + length) break;
        const first = bytes[at] ?? 0;
        if (first < 0x80) socket.destroy(new Error("A message in parts is not looked for."));
        take(first & 15, bytes.subarray(at + head, at + head + length));
        at += head + length;
      }
      rest = Buffer.from(bytes.subarray(at));
    },
  };
}

/** A whole message as a client sends it: masked, as it must be, with a mask that changes nothing. */
export function frame(payload: string | Buffer, opcode = text): Buffer {
  const bytes = Buffer.from(payload);
  const short = bytes.length < 126;
  const head = Buffer.alloc(short ? 6 : 8);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (short ? bytes.length : 126);
  if (!short) head.writeUInt16BE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}
