import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))

export interface Served {
  /** Ends with a slash; add `#piece/state?theme=dark`. */
  address: string
  close(): Promise<void>
}

/** The fixtures page as built, on a free port and from a folder of its own: two workers at once would empty each other's. */
export async function serveFixtures(): Promise<Served> {
  const outDir = mkdtempSync(join(tmpdir(), 'weft-fixtures-'))
  const common = { configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } } as const
  await build(common)
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0 } })
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('The fixtures page is served nowhere.')
  return {
    address,
    async close() {
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
