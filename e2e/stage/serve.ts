// A stage that stands until Ctrl-C, for writing journeys against: what it prints makes the next runs use it.
import { startStage } from './stage.ts'
import { liveTown } from './town.ts'

const town = await liveTown()
const stage = await startStage(town)
console.log(`export E2E_URL=${stage.url} E2E_CONTROL=${stage.controlUrl}`)
for (const { who, hat, email, password } of town.logins) console.log(`# ${who}, ${hat}: ${email} ${password}`)

await new Promise<void>((resolve) => {
  process.once('SIGINT', resolve)
  process.once('SIGTERM', resolve)
})
await stage.stop()
await town.stop()
process.exit(0)
