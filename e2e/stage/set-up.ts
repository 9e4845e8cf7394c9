import { liveTown } from './town.ts'

/**
 * One town for the whole run; each worker plays on a copy of it (test.ts). A stage that stands already (`npm run stage`) is used as
 * it is instead.
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_URL && process.env.E2E_CONTROL) return undefined
  const { stop, ...town } = await liveTown()
  process.env.E2E_TOWN = JSON.stringify(town)
  return stop
}
