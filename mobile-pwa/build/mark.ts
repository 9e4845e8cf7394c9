import { crc32, deflateSync } from 'node:zlib'

/** One bar of a picture on a grid of 64. What comes later lies on top. */
interface Bar {
  x: number
  y: number
  width: number
  height: number
  colour: string
}

/** Bars on a ground that fills the square. */
export interface Picture {
  ground: string
  bars: Bar[]
}

const warp = '#7FD3D6'
const weft = '#FAF7F2'
const lanes = [15, 28, 41]
const thick = 8

/** Three threads down, three across, over and under in turn. */
export const mark: Picture = {
  ground: '#0E5A63',
  bars: [
    ...lanes.map((x) => ({ x, y: 9, width: thick, height: 46, colour: warp })),
    ...lanes.map((y) => ({ x: 9, y, width: 46, height: thick, colour: weft })),
    ...lanes.flatMap((y, row) =>
      lanes.flatMap((x, column) =>
        (row + column) % 2 === 0 ? [{ x, y: y - 3, width: thick, height: thick + 6, colour: warp }] : [],
      ),
    ),
  ],
}

/** A page with four lines: the icon beside a neutral name. Like no app in particular. */
export const plainPage: Picture = {
  ground: '#55616A',
  bars: [
    { x: 16, y: 11, width: 32, height: 42, colour: '#F7F6F2' },
    { x: 16, y: 11, width: 4, height: 42, colour: '#C3CBD0' },
    ...[20, 27, 34, 41].map((y) => ({ x: 25, y, width: 18, height: 2.5, colour: '#8A969C' })),
  ],
}

export function svgOf({ ground, bars }: Picture): string {
  const drawn = bars.map(
    ({ x, y, width, height, colour }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${ground}"/>${drawn.join('')}</svg>\n`
}

/**
 * A picture as a PNG of `size` pixels. `bleed` fills the whole square and keeps the bars inside the safe circle, for launchers that
 * cut their own shape.
 */
export function pngOf({ ground, bars }: Picture, size: number, { bleed = false } = {}): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  const scale = (size / 64) * (bleed ? 0.8 : 1)
  const shift = bleed ? size * 0.1 : 0
  const radius = bleed ? 0 : (size * 14) / 64
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) put(pixels, size, x, y, ground, cornerAlpha(x, y, size, radius))
  }
  for (const bar of bars) {
    const to = (value: number) => Math.round(value * scale + shift)
    for (let y = to(bar.y); y < to(bar.y + bar.height); y++) {
      for (let x = to(bar.x); x < to(bar.x + bar.width); x++) put(pixels, size, x, y, bar.colour, 255)
    }
  }
  return png(size, pixels)
}

function put(pixels: Buffer, size: number, x: number, y: number, colour: string, alpha: number): void {
  const at = (y * size + x) * 4
  pixels.writeUInt32BE(((Number.parseInt(colour.slice(1), 16) << 8) | alpha) >>> 0, at)
}

/** How much of this pixel lies inside a rounded corner, 0 to 255. */
function cornerAlpha(x: number, y: number, size: number, radius: number): number {
  const dx = Math.max(radius - x - 0.5, x + 0.5 - (size - radius), 0)
  const dy = Math.max(radius - y - 0.5, y + 0.5 - (size - radius), 0)
  return Math.round(255 * Math.min(1, Math.max(0, radius - Math.hypot(dx, dy) + 0.5)))
}

function png(size: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8) // 8 bits, colour with alpha
  const lines = Buffer.alloc(size * (size * 4 + 1))
  for (let y = 0; y < size; y++) pixels.copy(lines, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), whole.length - 4)
  return whole
}
