import { createServer } from 'node:http'
import pg from 'pg'
import { type App, buildApp } from '../../server/src/app.ts'
import type { DemoLogin } from '../../server/src/demo/load.ts'
import { openSession } from '../../server/src/features/people/open-session.ts'
import { freePort } from '../../tools/lib/ports.mjs'
import { answerControl, type Commands } from './control.ts'
import { crowdSql } from './crowd.ts'
import { MovingClock } from './moving-clock.ts'
import { copyTown, evening, type Town } from './town.ts'

export interface Stage {
  url: string
  controlUrl: string
  stop(): Promise<void>
}

/** The whole product on a copy of the town and at a clock of its own. */
export async function startStage(town: Town): Promise<Stage> {
  const { config, ownerUrl, leave } = await copyTown(town)
  const clock = new MovingClock(evening)
  const app = await buildApp(config, { clock })
  addEntrance(app)
  await app.listen()
  await app.jobs.start()
  const commands = commandsOf(app, clock, town.logins, ownerUrl)
  const control = createServer((request, response) => void answerControl(request, response, commands))
  const controlPort = await freePort()
  await new Promise<void>((resolve) => control.listen(controlPort, '127.0.0.1', resolve))

  return {
    url: config.publicUrl,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    async stop() {
      control.close()
      await app.close()
      await leave()
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

function commandsOf(app: App, clock: MovingClock, logins: DemoLogin[], ownerUrl: string): Commands {
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
    async crowd({ service, people }) {
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      try {
        const { rowCount } = await client.query(crowdSql, [service, people])
        await client.query('analyze')
        return { people: rowCount ?? 0 }
      } finally {
        await client.end()
      }
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
