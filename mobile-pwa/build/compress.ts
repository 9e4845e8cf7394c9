import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin, ResolvedConfig } from 'vite'

const worth = 1_000

/** Writes each text file once more as Brotli and as gzip, for the server to hand out as they are: an old phone waits for bytes. */
export function compress(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'weft:compress',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    closeBundle: {
      order: 'post',
      sequential: true, // after the service worker has been written
      handler() {
        for (const file of textFiles(resolve(config.root, config.build.outDir))) {
          const text = readFileSync(file)
          if (text.length < worth) continue
          writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
          writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
        }
      },
    },
  }
}

function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.(js|css|html|svg|webmanifest)$/.test(file) && statSync(file).isFile())
}
