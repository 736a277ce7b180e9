// Draws the icon of the packages, src/icon.png: a card with a tick on it. Run it with node. No other script creates the file.
import { deflateSync, crc32 } from 'node:zlib';
import { writeFileSync } from 'node:fs';

const size = 128, samples = 4;
const inside = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, 0, x - (right - radius)), dy = Math.max(top + radius - y, 0, y - (bottom - radius));
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius;
};
const near = (x, y, x1, y1, x2, y2, width) => {
  const t = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1)) <= width / 2;
};
const color = (x, y) => {
  if (near(x, y, 74, 88, 88, 102, 11) || near(x, y, 88, 102, 116, 68, 11)) return [26, 158, 96, 255];
  if (near(x, y, 74, 88, 88, 102, 19) || near(x, y, 88, 102, 116, 68, 19)) return [255, 255, 255, 255];
  if (!inside(x, y, 6, 24, 122, 104, 12)) return [0, 0, 0, 0];
  if (y > 42 && y < 58) return [16, 32, 64, 255];
  if (inside(x, y, 18, 74, 50, 84, 4)) return [190, 208, 240, 255];
  return [44, 92, 190, 255];
};

const rows = Buffer.alloc(size * (1 + 4 * size));
for (let y = 0; y < size; y++) {
  for (let x = 0; x < size; x++) {
    const sum = [0, 0, 0, 0];
    for (let i = 0; i < samples * samples; i++) {
      const [r, g, b, a] = color(x + (i % samples + 0.5) / samples, y + (Math.floor(i / samples) + 0.5) / samples);
      [r * a, g * a, b * a, a].forEach((part, index) => { sum[index] += part; });
    }
    const pixel = sum[3] ? [sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3], sum[3] / samples ** 2] : [0, 0, 0, 0];
    pixel.forEach((part, index) => { rows[y * (1 + 4 * size) + 1 + 4 * x + index] = Math.round(part); });
  }
}
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]), length = Buffer.alloc(4), check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
const head = Buffer.alloc(13);
head.writeUInt32BE(size, 0);
head.writeUInt32BE(size, 4);
head.set([8, 6, 0, 0, 0], 8);
writeFileSync(new URL('../src/icon.png', import.meta.url), Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
]));
