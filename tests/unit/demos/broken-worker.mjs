import { parentPort } from "node:worker_threads";

/* A detector whose thread does as the first letter of a picture says. */
parentPort?.on("message", ({ id, picture }) => {
  const letter = String.fromCharCode(picture[0]);
  if (letter === "c") throw new Error("Out of luck");
  if (letter === "e") process.exit(3);
  if (letter === "h") return;
  if (letter === "m") {
    parentPort?.postMessage({ id, problem: { isMissing: true, message: "Cannot find module" } });
    return;
  }
  parentPort?.postMessage({ id, found: { objects: [], drawn: picture, milliseconds: 1 } });
});
