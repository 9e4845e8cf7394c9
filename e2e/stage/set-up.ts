import { startStage } from './stage.ts'

/**
 * One town for the whole run. Addresses travel to the workers in the environment; where they stand there already, that stage is
 * used as it is (`node e2e/stage/serve.ts`).
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_URL && process.env.E2E_CONTROL) return undefined
  const stage = await startStage()
  process.env.E2E_URL = stage.url
  process.env.E2E_CONTROL = stage.controlUrl
  return stage.stop
}
