import { randomUUID } from 'node:crypto'
import type { InputOf, Operation, OutputOf } from '@weft/contract/operation.ts'
import { appOf, type Hat } from '@weft/contract/people/shapes.ts'
import type { Problem } from '@weft/contract/problem.ts'
import pg from 'pg'
import { inject } from 'vitest'
import type { App, AppOptions } from '../src/app.ts'
import { buildApp } from '../src/app.ts'
import { openSession } from '../src/features/people/open-session.ts'
import { TestClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import type { AccountScope } from '../src/platform/scope.ts'
import { castOf, type Name } from './cast.ts'
import { createTestDatabase } from './database.ts'

/** Wednesday 15 April 2026, 10:20 in Lichfield: open hours of an ordinary day. */
export const usualMoment = '2026-04-15T09:20:00.000Z'

export type Answer<O> = { ok: true; status: number; value: O } | { ok: false; status: number; problem: Problem }

/** Somebody of the cast, signed in under one hat, speaking to the product through its HTTP door. */
export interface Actor {
  name: Name
  scope: AccountScope
  cookie: string
  /** Calls an operation and answers what came back, problem or not. */
  try<Op extends Operation>(operation: Op, input: RawInput<Op>): Promise<Answer<OutputOf<Op>>>
  /** Calls an operation that must succeed. */
  call<Op extends Operation>(operation: Op, input: RawInput<Op>): Promise<OutputOf<Op>>
}

export type RawInput<Op extends Operation> = Partial<InputOf<Op>> & Record<string, unknown>

export interface World {
  app: App
  clock: TestClock
  cast: Awaited<ReturnType<typeof castOf>>
  /** Signs somebody in (once a hat) and answers them. */
  as(name: Name, hat?: Hat): Promise<Actor>
  /** A request with whatever method, path, headers and body, as a stranger would send it. */
  inject: App['http']['inject']
  /** As the superuser, whom row-level security does not hold. For looking, and for arranging what has no command yet. */
  // biome-ignore lint/suspicious/noExplicitAny: rows of any test's own query
  sql(text: string, values?: unknown[]): Promise<any[]>
  /** Opens a port; needed for sockets only. */
  listen(): Promise<string>
  close(): Promise<void>
}

export interface WorldOptions extends AppOptions {
  /** Ignore the run's Redis. */
  withoutRedis?: boolean
  now?: string
  config?: Record<string, string>
}

/** A cast of people on a database of their own: real Postgres, and real Redis unless the run has none. */
export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const database = await createTestDatabase()
  const { redisUrl } = inject('stores')
  const clock = (options.clock as TestClock | undefined) ?? new TestClock(options.now ?? usualMoment)
  const config = readConfig({
    DATABASE_APP_URL: database.appUrl,
    REDIS_URL: options.withoutRedis ? undefined : redisUrl,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PORT: '0',
    WEFT_ALLOW_UNSAFE_POSTGRES: '1',
    PUBLIC_URL: 'http://localhost:8080',
    ...options.config,
  })
  const app = await buildApp(config, { ...options, clock })
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const sql: World['sql'] = async (text, values) => (await owner.query(text, values)).rows
  const cast = await castOf(app, sql)
  const actors = new Map<string, Promise<Actor>>()

  return {
    app,
    clock,
    cast,
    sql,
    inject: app.http.inject.bind(app.http) as App['http']['inject'],
    as(name, hat = cast.people[name].hats[0] as Hat) {
      const key = `${name} ${hat}`
      const known = actors.get(key) ?? signIn(app, cast, name, hat)
      actors.set(key, known)
      return known
    },
    listen: () => app.listen(),
    async close() {
      await app.close()
      await owner.end()
      await database.drop()
    },
  }
}

async function signIn(app: App, cast: World['cast'], name: Name, hat: Hat): Promise<Actor> {
  const one = cast.people[name]
  const { session, token } = await app.runner.act('identity', (ctx) =>
    openSession(ctx, { accountId: one.accountId, app: appOf(hat), hat, sharedDevice: false, device: 'A test' }),
  )
  const cookie = `__Host-weft_${appOf(hat)}=${token}`
  const scope: AccountScope = {
    kind: 'account',
    requestId: randomUUID(),
    sessionId: session.sessionId,
    accountId: one.accountId,
    app: appOf(hat),
    hat,
    personId: session.personId,
    staffId: session.staffId,
  }
  const actor: Actor = {
    name,
    scope,
    cookie,
    async try(operation, input) {
      const { url, body } = requestOf(operation, input)
      const reply = await app.http.inject({
        method: operation.method,
        url,
        headers: { cookie, 'weft-app': appOf(hat), ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { payload: JSON.stringify(body) } : {}),
      })
      const value = reply.json()
      return reply.statusCode < 400
        ? { ok: true, status: reply.statusCode, value }
        : { ok: false, status: reply.statusCode, problem: value }
    },
    async call(operation, input) {
      const answer = await actor.try(operation, input)
      if (!answer.ok) throw new Error(`${name} could not ${operation.name}: ${JSON.stringify(answer.problem)}`)
      return answer.value
    },
  }
  return actor
}

/** Spreads an operation's input over path, query and body, as the client does. */
export function requestOf(
  operation: Operation,
  input: Record<string, unknown>,
): { url: string; body?: Record<string, unknown> } {
  const left = { ...input }
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = left[name]
    delete left[name]
    return encodeURIComponent(String(value))
  })
  if (operation.method !== 'GET' && operation.method !== 'DELETE') return { url: path, body: left }
  const query = new URLSearchParams(
    Object.entries(left)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  )
  return { url: query.size > 0 ? `${path}?${query}` : path }
}
