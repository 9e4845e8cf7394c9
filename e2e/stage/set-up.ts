import { startStage } from './stage.ts'

/** One town for the whole run. Addresses travel to the workers in the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  const stage = await startStage()
  process.env.E2E_URL = stage.url
  process.env.E2E_CONTROL = stage.controlUrl
  return stage.stop
}
