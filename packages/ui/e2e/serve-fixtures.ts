import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

export interface Served {
  /** Ends with a slash; add `#piece/state?theme=dark`. */
  address: string
  close(): Promise<void>
}

/** The fixtures page as built, on a free port. */
export async function serveFixtures(): Promise<Served> {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error' })
  const server = await preview({ configFile, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } })
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('The fixtures page is served nowhere.')
  return { address, close: () => server.close() }
}
