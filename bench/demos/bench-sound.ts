import { audio, defineDemo, number } from "yieldcast";

const sampleRate = 48_000;

export default defineDemo({
  title: "Sound a little faster than it is heard",
  inputs: {
    chunks: number({ integer: true, min: 1, max: 100, default: 10 }),
    milliseconds: number({ integer: true, min: 20, max: 5000, default: 1000 }),
  },
  outputs: { sound: audio({ streaming: true, autoplay: true }) },
  async *run({ chunks, milliseconds }, { sleep }) {
    // The generator of tests/e2e/heard.ts, so that the measure knows each sample.
    let random = 1;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const samples = new Int16Array((sampleRate * milliseconds) / 1000);
      // A function for each sample would take longer than all that is done with them.
      for (let at = 0; at < samples.length; at++) {
        random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fffffff;
        samples[at] = ((random >> 12) & 0x3fff) - 0x2000 || 1;
      }
      yield { sound: wav(samples) };
      await sleep(milliseconds * 0.9);
    }
  },
});

/** A file of one channel of 16 bits: http://soundfile.sapp.org/doc/WaveFormat/ */
function wav(samples: Int16Array): Uint8Array {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, new Uint8Array(samples.buffer)]);
}
