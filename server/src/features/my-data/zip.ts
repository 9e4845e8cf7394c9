import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

export interface ZipEntry {
  /** A path with `/`, in plain letters. */
  name: string
  text: string
}

const deflate = promisify(deflateRaw)
/** Deflated, names in UTF-8, made by a reader of version 2.0: what every unpacker of the last thirty years opens. */
const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATED = 8

/** A zip archive (PKWARE APPNOTE 6.3, without Zip64: up to 4 GB). All entries bear the same time, by the clock of UTC. */
export async function zip(entries: readonly ZipEntry[], at: Date): Promise<Buffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of entries) {
    const data = Buffer.from(text, 'utf8')
    const packed = await deflate(data)
    const path = Buffer.from(name, 'utf8')
    const about = described({ at, crc: crc32(data), packed: packed.length, size: data.length, nameLength: path.length })
    const local = Buffer.concat([signed(0x04034b50), about, path, packed])
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([signed(0x02014b50), version(), about, central, path]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, signed(0x06054b50), end])
}

/** What the header before each file and the directory at the end both say of it. */
function described(one: { at: Date; crc: number; packed: number; size: number; nameLength: number }): Buffer {
  const about = Buffer.alloc(26)
  about.writeUInt16LE(VERSION, 0)
  about.writeUInt16LE(UTF8_NAMES, 2)
  about.writeUInt16LE(DEFLATED, 4)
  about.writeUInt16LE((one.at.getUTCHours() << 11) | (one.at.getUTCMinutes() << 5) | (one.at.getUTCSeconds() >> 1), 6)
  about.writeUInt16LE(
    ((one.at.getUTCFullYear() - 1980) << 9) | ((one.at.getUTCMonth() + 1) << 5) | one.at.getUTCDate(),
    8,
  )
  about.writeUInt32LE(one.crc, 10)
  about.writeUInt32LE(one.packed, 14)
  about.writeUInt32LE(one.size, 18)
  about.writeUInt16LE(one.nameLength, 22)
  return about
}

function signed(signature: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(signature)
  return four
}

function version(): Buffer {
  const two = Buffer.alloc(2)
  two.writeUInt16LE(VERSION)
  return two
}
