import { crc32, deflateSync } from 'node:zlib';

const [width, height] = [320, 240];
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A photo of the story, drawn: a tent on a hill with its pole snapped, seen from further away or near. */
export function tentPicture(zoom: 1 | 2): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) row.set(colourAt(160 + (x - 160) / zoom, 150 + (y - 150) / zoom), 1 + x * 3);
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8); // eight bits, red green blue
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number): readonly [number, number, number] {
  const hill = 176 + 14 * Math.sin(x / 70);
  const top = 96;
  const half = (y - top) * 0.82;
  const isPole = y > 58 && y < 134 && Math.abs(x - (160 + (y < top ? (top - y) * 0.9 : 0))) < 2.2;
  if (isPole) return [214, 218, 222];
  if (y > top && y < 190 && Math.abs(x - 160) < half) {
    if (Math.abs(x - 160) < half * 0.24 && y > 120) return [90, 44, 18];
    return x < 160 ? [217, 128, 66] : [184, 96, 42];
  }
  if (y > hill) return [96 + Math.round((x + y) % 9), 138, 92];
  const shade = Math.round(y / 4);
  return [168 + Math.round(shade / 2), 196 + Math.round(shade / 3), 214];
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named) >>> 0);
  return Buffer.concat([length, named, sum]);
}
