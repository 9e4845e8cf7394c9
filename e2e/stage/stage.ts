import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../migrations/run.ts'
import { type App, buildApp } from '../../server/src/app.ts'
import { createCalendar } from '../../server/src/demo/calendar.ts'
import { type DemoLogin, loadDemo } from '../../server/src/demo/load.ts'
import { openSession } from '../../server/src/features/people/open-session.ts'
import { TestClock } from '../../server/src/platform/clock.ts'
import { readConfig } from '../../server/src/platform/config.ts'
import { createLog } from '../../server/src/platform/log.ts'
import { ensureBuilt } from '../../tools/lib/build.mjs'
import { freePort } from '../../tools/lib/ports.mjs'
import { startStores } from '../../tools/lib/stores.mjs'
import { answerControl, type Commands } from './control.ts'
import { MovingClock } from './moving-clock.ts'

export interface Stage {
  url: string
  controlUrl: string
  logins: DemoLogin[]
  stop(): Promise<void>
}

const calendar = createCalendar({ asWritten: true })
/** Day 9, Wednesday 22 April 2026, in the evening: Kofi is awake. */
export const evening = calendar.at(9, '21:05')

/** The whole product on stores of its own, with the pilot lived up to the evening of day 9. */
export async function startStage(): Promise<Stage> {
  for (const one of ['mobile-pwa', 'web']) await ensureBuilt(one, console.error)
  const stores = await startStores({ durable: false })
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-stage-'))
  await migrate(stores.databaseUrl, { appPassword: 'stage' })
  const appUrl = new URL(stores.databaseUrl)
  appUrl.username = 'weft_app'
  appUrl.password = 'stage'
  const port = await freePort()
  const config = readConfig({
    DATABASE_APP_URL: appUrl.href,
    REDIS_URL: stores.redisUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    SECRET: 'a secret for the stage that is long enough',
    NODE_ENV: 'development',
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.E2E_LOG ?? 'error',
    WEFT_ALLOW_UNSAFE_POSTGRES: '1',
  })
  const logins = await liveUntilEvening(config)
  const clock = new MovingClock(evening)
  const app = await buildApp(config, { clock })
  addEntrance(app)
  await app.listen()
  await app.jobs.start()
  const control = createServer(
    (request, response) => void answerControl(request, response, commandsOf(app, clock, logins)),
  )
  const controlPort = await freePort()
  await new Promise<void>((resolve) => control.listen(controlPort, '127.0.0.1', resolve))

  return {
    url: config.publicUrl,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    logins,
    async stop() {
      control.close()
      await app.close()
      await stores.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Gives a browser the cookie of a session that was opened for it. */
function addEntrance(app: App): void {
  app.http.get<{ Querystring: { app: string; token: string } }>('/stage/enter', (request, reply) => {
    const { app: which, token } = request.query
    reply.setCookie(`__Host-weft_${which}`, token, { path: '/', httpOnly: true, secure: true, sameSite: 'strict' })
    return reply.type('text/html').send('<!doctype html><title>Enter</title>')
  })
}

async function liveUntilEvening(config: ReturnType<typeof readConfig>): Promise<DemoLogin[]> {
  const clock = new TestClock(calendar.at(-60, '09:00'))
  const app = await buildApp(config, { clock, log: createLog('warn') })
  try {
    return await loadDemo(app, clock, calendar, { until: evening })
  } finally {
    await app.close()
  }
}

function commandsOf(app: App, clock: MovingClock, logins: DemoLogin[]): Commands {
  return {
    async logins() {
      return logins
    },
    async now() {
      return { at: clock.now().toISOString() }
    },
    async clock({ at }) {
      clock.set(new Date(at))
      return {}
    },
    async session({ email, hat, app: which }) {
      const [account] = await app.db.as({ kind: 'system', system: 'identity', requestId: 'stage' }, async (tx) => {
        const { rows } = await tx.query('select account_id from account_address where value = $1', [email])
        return rows as { account_id: string }[]
      })
      if (!account) throw new Error(`Nobody here is ${email}`)
      return app.runner.act('identity', (ctx) =>
        openSession(ctx, {
          accountId: account.account_id,
          app: which,
          hat,
          sharedDevice: false,
          device: 'Chrome on Android',
        }),
      )
    },
    async record({ given, family, bornOn, service }) {
      const [row] = await app.db.as({ kind: 'system', system: 'demo', requestId: 'stage' }, async (tx) => {
        const { rows } = await tx.query(
          `insert into person (id, given_name, family_name, known_as, born_on, identity_level, controller_id)
           select gen_random_uuid(), $1, $2, $1, $3, 'L0', org_id from service where name = $4 returning id`,
          [given, family, bornOn, service],
        )
        return rows as { id: string }[]
      })
      if (!row) throw new Error(`There is no ${service}`)
      return row.id
    },
    async act({ operation, input, session }) {
      const handler = app.runner.handlers.get(operation)
      if (!handler) throw new Error(`No operation ${operation}`)
      const { sessionId, accountId, app: which, hat, personId, staffId } = session
      const scope = {
        kind: 'account',
        requestId: 'stage',
        sessionId,
        accountId,
        app: which,
        hat,
        personId,
        staffId,
      } as const
      return app.runner.run(handler.operation, scope, input)
    },
  }
}
