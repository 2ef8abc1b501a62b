const [width, height] = [360, 360];
const gap = 2;

/** Green where it is quiet, red where it is loud: in the middle of light and dark, for pages of both. */
const colors = [
  [20, 170, 140],
  [120, 180, 60],
  [235, 160, 30],
  [230, 70, 70],
] as const;

/**
 * Draws bars from -90 dB at the bottom to 0 dB at the top, with a faint line at each 20 dB, on nothing:
 * the page's own colour is seen between them.
 */
export function drawBars(levels: readonly number[]) {
  const data = new Uint8Array(width * height * 4);
  const row = (level: number) => Math.round(height * Math.min(1, Math.max(0, -level / 90)));
  for (let level = -20; level > -90; level -= 20) {
    for (let x = 0; x < width; x++) data.set([128, 128, 128, 70], (row(level) * width + x) * 4);
  }
  const barWidth = width / levels.length;
  for (const [at, level] of levels.entries()) {
    const [left, right] = [Math.round(at * barWidth), Math.round((at + 1) * barWidth) - gap];
    for (let y = Math.min(row(level), height - 2); y < height; y++) {
      const color = colors[Math.floor((1 - y / height) * colors.length)] ?? colors[3];
      for (let x = left; x < right; x++) data.set([...color, 255], (y * width + x) * 4);
    }
  }
  return { data, width, height, channels: 4 };
}
