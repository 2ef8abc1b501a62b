import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { readGradioStream } from "../../../bench/gradio/gradio-stream";

/** What Gradio 6.31.0 has sent once for a run of bench/gradio/app.py. */
const recorded = (name: string) => readFileSync(`tests/fixtures/gradio/${name}.txt`, "utf8");

/** Reads a stream in pieces of so many characters. */
function read(stream: string, piece = stream.length) {
  const seen: unknown[] = [];
  const take = readGradioStream((outputs) => seen.push(...outputs));
  let ended = false;
  for (let at = 0; at < stream.length; at += piece) ended = take(stream.slice(at, at + piece));
  return { seen, ended };
}

it("gives what was yielded, however the stream is cut", () => {
  const whole = ["0000 ", "0000 0001 ", "0000 0001 0002 "];
  for (const piece of [1, 7, 100_000]) {
    expect(read(recorded("text"), piece)).toEqual({ seen: whole, ended: true });
  }
  const { seen } = read(recorded("frames"));
  const file = (hash: string) => expect.stringContaining(`/files/${hash}`);
  expect(seen).toEqual([
    expect.objectContaining({ path: file("2160f"), url: file("2160f"), orig_name: "image.webp" }),
    expect.objectContaining({ path: file("73253"), url: file("73253"), orig_name: "image.webp" }),
  ]);
});

it("gives once what a function returns", () => {
  expect(read(recorded("job"))).toEqual({ seen: [7], ended: true });
});

it("says why a run failed", () => {
  expect(() => read(recorded("failure"))).toThrow(
    "Gradio's run failed: Could not preprocess input component at index 0",
  );
});

it("takes no stream for whole that was cut off, or whose changes do not come to its end", () => {
  const stream = recorded("text");
  expect(read(stream.slice(0, stream.indexOf("process_completed"))).ended).toBe(false);
  const [first, second, ...others] = stream
    .split("\n\n")
    .filter((event) => event.includes("output"));
  expect(first && second).toBeTruthy();
  expect(() => read([first, ...others, ""].join("\n\n"))).toThrow("its changes came to others");
});
