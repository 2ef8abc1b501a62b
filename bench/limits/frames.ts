import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { paintNoise } from "../demos/_noise";

/*
 * What frames cost without Yieldcast: `/generate` makes sixty and does nothing with them, `/encode` turns
 * each into a PNG, in the way that sharp does it fastest without knowing that noise cannot be packed.
 */

const frames = 60;

const work: { [path: string]: (frame: number) => unknown } = {
  "/generate": paintNoise,
  "/encode": (frame) => {
    const { data, ...raw } = paintNoise(frame);
    return sharp(data, { raw: { ...raw, channels: 3 } })
      .png({ compressionLevel: 1, adaptiveFiltering: false })
      .toBuffer();
  },
};

const http = createServer(async ({ url = "" }, response) => {
  const before = process.cpuUsage();
  const began = performance.now();
  for (let frame = 0; frame < frames; frame++) await work[url]?.(frame);
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  response.end(
    JSON.stringify({
      rate: (frames / milliseconds) * 1000,
      cpu: (user + system) / 1000 / frames,
    }),
  );
});
http.listen(0, "127.0.0.1", () => {
  process.send?.((http.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit());
