import { defineDemo, image, imageStream, json, number } from "yieldcast";
import { createDetector } from "./_detector";
import type { FoundObject } from "./_detector-worker.mjs";

const detector = createDetector();

export default defineDemo({
  title: "Object detection",
  description: "Boxes around the people, animals and things that the webcam or a video shows.",
  inputs: { camera: imageStream({ every: 200, sources: ["webcam", "upload"] }) },
  outputs: {
    picture: image(),
    found: json<FoundObject[]>(),
    count: number({ integer: true, label: "Objects" }),
    seconds: number({ label: "Seconds into the video" }),
    milliseconds: number({ integer: true, label: "Milliseconds for this picture" }),
  },
  concurrency: 4,
  async *run({ camera }, { signal }) {
    for await (const { data, time } of camera) {
      const { drawn, objects, milliseconds } = await detector.detect(data, signal);
      const [found, count, seconds] = [objects, objects.length, Math.round(time * 100) / 100];
      yield { picture: drawn, found, count, seconds, milliseconds };
    }
  },
});
