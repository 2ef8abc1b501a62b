/*
 * Runs on the browser's audio thread: hands on every sample of its input, in blocks, and makes no sound
 * itself. A browser fetches this file as it is; nothing can be imported here.
 */

/**
 * @typedef {object} WorkletScope
 * @property {new () => { port: MessagePort }} AudioWorkletProcessor
 * @property {(name: string, processor: unknown) => void} registerProcessor
 */
const { AudioWorkletProcessor, registerProcessor } = /** @type {WorkletScope} */ (
  /** @type {unknown} */ (globalThis)
);

// A message for each 128 samples would be 344 a second.
const blockFrames = 1024;

class Capture extends AudioWorkletProcessor {
  constructor() {
    super();
    /** @type {Float32Array[]} */
    this.block = [];
    this.filled = 0;
    this.ended = false;
    this.port.onmessage = () => {
      this.send();
      this.port.postMessage("end");
      this.ended = true;
    };
  }

  /** @param {Float32Array[][]} inputs */
  process([input]) {
    if (this.ended) return false;
    const frames = input?.[0]?.length ?? 0;
    if (!input || frames === 0) return true;
    if (this.block.length === 0) {
      this.block = input.map(() => new Float32Array(blockFrames));
    }
    for (const [at, channel] of this.block.entries()) {
      const samples = input[at] ?? input[0];
      if (samples) channel.set(samples, this.filled);
    }
    this.filled += frames;
    if (this.filled + frames > blockFrames) this.send();
    return true;
  }

  send() {
    if (this.filled === 0) return;
    this.port.postMessage(this.block.map((channel) => channel.slice(0, this.filled)));
    this.filled = 0;
  }
}

registerProcessor("yieldcast-capture", Capture);
