import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import sharp from "sharp";
import { drawBoxes } from "./_draw-boxes.mjs";

/*
 * Finds objects in pictures, in a thread of its own: a picture takes some 0.2 s of one core. Node runs
 * this file as it is, so that it finds packages, their models and their WebAssembly on the disk.
 */

/** The edge of the square that the model looks at, in pixels. */
const modelSize = 512;

/**
 * @typedef {{ x: number, y: number, width: number, height: number }} Box in pixels of the picture
 * @typedef {{ label: string, score: number, box: Box }} FoundObject
 */

const require = createRequire(import.meta.url);
const loaded = load();
loaded.catch(() => {}); // told with the first picture

parentPort?.on("message", async ({ id, picture }) => {
  try {
    parentPort?.postMessage({ id, found: await detect(picture) });
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    const isMissing = code === "MODULE_NOT_FOUND" || code === "ERR_MODULE_NOT_FOUND";
    parentPort?.postMessage({ id, problem: { isMissing, message } });
  }
});

async function load() {
  const dist = path.dirname(require.resolve("@vladmandic/human"));
  const models = pathToFileURL(path.join(dist, "../models/")).href;
  // Node's own fetch knows no files; nothing else shall be fetched here at all.
  globalThis.fetch = async (address) => {
    if (!String(address).startsWith(models))
      throw new Error(`Only models are read, not ${address}`);
    const type = String(address).endsWith(".json")
      ? "application/json"
      : "application/octet-stream";
    const file = await readFile(fileURLToPath(String(address)));
    return new Response(file, { headers: { "content-type": type } });
  };
  // Its package names this build in no export.
  const { Human } = require(path.join(dist, "human.node-wasm.js"));
  const off = { enabled: false };
  const human = new Human({
    backend: "wasm",
    wasmPath: path.dirname(require.resolve("@tensorflow/tfjs-backend-wasm")) + path.sep,
    modelBasePath: models,
    cacheSensitivity: 0,
    ...{ filter: off, face: off, body: off, hand: off, gesture: off, segmentation: off },
    object: { enabled: true, modelPath: "centernet.json", minConfidence: 0.35, iouThreshold: 0.4 },
  });
  await human.load();
  return human;
}

/**
 * @param {Uint8Array} picture an encoded one
 */
async function detect(picture) {
  const human = await loaded;
  const begun = performance.now();
  const options = { limitInputPixels: 4096 * 4096 };
  const decoded = await sharp(picture, options).rotate().flatten().toColourspace("srgb").raw();
  const { data, info } = await decoded.toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;

  // The whole picture in a square, not pulled to one: a cat that is stretched looks like a dog.
  const square = await sharp(data, { raw: { width, height, channels } })
    .resize(modelSize, modelSize, { fit: "contain" })
    .removeAlpha()
    .raw()
    .toBuffer();
  const tensor = human.tf.tensor(square, [1, modelSize, modelSize, 3], "float32");
  const result = await human.detect(tensor);
  human.tf.dispose(tensor);
  if (result.error) throw new Error(result.error);

  const scale = modelSize / Math.max(width, height);
  const objects = result.object.map(
    (/** @type {{ label: string, score: number, box: number[] }} */ { label, score, box }) => ({
      label,
      score,
      box: boxIn({ width, height }, scale, box),
    }),
  );
  const drawn = await drawBoxes({ data, width, height, channels }, objects);
  const milliseconds = Math.round(performance.now() - begun);
  return { width, height, objects, drawn, milliseconds };
}

/**
 * A box of the square in pixels of the picture, within its edges.
 *
 * @param {{ width: number, height: number }} picture
 * @param {number} scale
 * @param {number[]} box left, top, width and height
 * @returns {Box}
 */
function boxIn({ width, height }, scale, [left = 0, top = 0, boxWidth = 0, boxHeight = 0]) {
  const right = (modelSize - width * scale) / 2;
  const below = (modelSize - height * scale) / 2;
  const within = (/** @type {number} */ value, /** @type {number} */ most) =>
    Math.round(Math.min(most, Math.max(0, value)));
  const x = within((left - right) / scale, width);
  const y = within((top - below) / scale, height);
  return {
    x,
    y,
    width: within((left - right + boxWidth) / scale, width) - x,
    height: within((top - below + boxHeight) / scale, height) - y,
  };
}
