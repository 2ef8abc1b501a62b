import type { Locator } from "playwright-core";
import type { DemoPage } from "./demo-page";

/** The field of something that is recorded, chosen or dropped. */
export interface GivenField {
  field: Locator;
  press(name: string | RegExp): Promise<void>;
  /** Waits until it says something. */
  says(words: string | RegExp): Promise<void>;
  choose(file: { name: string; mimeType: string; buffer: Buffer } | string): Promise<void>;
  /** What is wrong. */
  fault: Locator;
}

export function givenField({ page }: DemoPage, input: string): GivenField {
  const field = page.locator(`[data-input="${input}"]`);
  return {
    field,
    press: (name) => field.getByRole("button", { name }).click(),
    says: (words) => field.getByText(words).first().waitFor(),
    choose: (file) => field.locator("input[type=file]").setInputFiles(file),
    fault: field.locator("p.text-bad"),
  };
}

/** What an output of JSON shows, line by line. */
export async function facts(demo: DemoPage, output: string): Promise<Record<string, unknown>> {
  // biome-ignore lint/performance/useDomNodeTextContent: its lines are what is read.
  const text = await demo.output(output).innerText();
  const lines = text.matchAll(/^\s*(\w+): (.+)$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, parsed(value ?? "")]));
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A second of a sine of 440 Hz, as WAV. */
export function sineWav({ sampleRate = 8000, seconds = 1, bits = 16 } = {}): Buffer {
  const samples = sampleRate * seconds;
  const bytes = bits / 8;
  const wav = Buffer.alloc(44 + samples * bytes);
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(bits === 32 ? 3 : 1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * bytes, 28);
  wav.writeUInt16LE(bytes, 32);
  wav.writeUInt16LE(bits, 34);
  wav.write("data", 36, "latin1");
  wav.writeUInt32LE(samples * bytes, 40);
  for (let at = 0; at < samples; at++) {
    const sample = 0.5 * Math.sin((2 * Math.PI * 440 * at) / sampleRate);
    if (bits === 32) wav.writeFloatLE(sample, 44 + 4 * at);
    else wav.writeInt16LE(Math.round(sample * 32767), 44 + 2 * at);
  }
  return wav;
}
