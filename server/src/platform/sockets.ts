import type { Server as NodeServer } from 'node:http'
import type { Channel, OperationLike, StoredEvent } from '@weft/channels/define'
import type { Bell, ChannelServer, Faults, Handshake, Identity, Limits } from '@weft/channels/server'
import { createChannelServer, createPostgresLog, createSocketServer } from '@weft/channels/server'
import type { Operation } from '@weft/contract/operation.ts'
import type { App } from '@weft/contract/people/shapes.ts'
import { ProblemError, problemOf } from '@weft/contract/problem.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import { deviceLabel } from './device.ts'
import { type Disclosure, insideDoor } from './feature.ts'
import type { Authenticate } from './http.ts'
import { asProblem } from './http.ts'
import type { Limiter } from './limits.ts'
import type { Log } from './log.ts'
import { errorFields } from './log.ts'
import { parseInput, type Runner } from './runner.ts'
import type { AccountScope } from './scope.ts'

interface SocketIdentity extends Identity {
  scope: AccountScope
  address: string
  device: string
}

export interface SocketParts {
  server: NodeServer
  config: Config
  nodeId: string
  db: Db
  clock: Clock
  log: Log
  runner: Runner
  channels: readonly Channel[]
  authenticate: Authenticate
  limiter: Limiter
  /** Hears of each push, so that a session that is used over a socket alone does not run out. */
  used(sessionId: string): void
  bell?: Bell
  limits?: Partial<Limits>
  faults?: Faults
}

export const channelLog = createPostgresLog()

const channelsScope = { kind: 'system', system: 'channels', requestId: 'channels' } as const

/** The socket door: the same sessions, operations, permissions and problems as HTTP, over one connection. It holds no rule. */
export function createSockets(parts: SocketParts): ChannelServer {
  const { runner, log } = parts
  const io = createSocketServer(parts.server, {
    path: '/api/socket',
    allowOrigin: (origin) => origin !== undefined && parts.config.origins.includes(origin),
  })
  const shape = (error: unknown, requestId: string) => {
    const problem = asProblem(error, { id: requestId }, log)
    return { ...problemOf(problem.code, problem.extras, requestId) }
  }

  // The channel layer counts by the machine's clock, access by the product's.
  const byMachine = (until: Date) => new Date(Date.now() + until.getTime() - parts.clock.now().getTime())

  return createChannelServer<SocketIdentity>({
    io,
    nodeId: parts.nodeId,
    log: channelLog,
    withLog: (work) => parts.db.as(channelsScope, (tx) => work({ query: (sql, values) => tx.query(sql, values) })),
    bell: parts.bell,
    channels: parts.channels,
    limits: parts.limits,
    faults: parts.faults,
    identify: (handshake) => identify(handshake, parts),
    async authorise({ identity, channel, params, action }) {
      // A push asks its own operation's permission, inside the transaction that acts.
      if (action === 'push') return { ok: true }
      try {
        const { until, name, disclosure } = await runner.authorise(channel, fresh(identity.scope), params)
        const signs = name === undefined ? undefined : { name }
        return { ok: true, until: until && byMachine(until), receipt: disclosure, signs }
      } catch (error) {
        return { ok: false, problem: shape(error, identity.scope.requestId) }
      }
    },
    async snapshot({ identity, channel, params, topic }) {
      try {
        return await runner.snapshot(channel, fresh(identity.scope), params, topic)
      } catch (error) {
        return { problem: shape(error, identity.scope.requestId) }
      }
    },
    resumed: (members) =>
      runner.disclose(
        members.flatMap(({ identity, receipt }) =>
          receipt ? [{ ...(receipt as Disclosure), by: fresh(identity.scope) }] : [],
        ),
      ),
    async push({ identity, operation, input }) {
      const scope = fresh(identity.scope)
      try {
        await parts.limiter.check(operation as Operation, { scope, address: identity.address, raw: input })
        parts.used(scope.sessionId)
        const door = { ...insideDoor, kind: 'socket' as const, address: identity.address, device: identity.device }
        return { ok: true, value: await runner.run(known(runner, operation), scope, input, door) }
      } catch (error) {
        return { ok: false, problem: shape(error, scope.requestId) }
      }
    },
    unfit({ identity, operation, input }) {
      try {
        parseInput(known(runner, operation), input)
      } catch (error) {
        return shape(error, identity.scope.requestId)
      }
      return undefined
    },
    revalidate: (identities) => stillStanding(parts.db, parts.clock, identities),
    presence: (identity, channel) => (Object.keys(channel.signals).length > 0 ? identity.account : null),
    hooks: {
      onError: (error, context) =>
        log.warn({ channel: context.what, error: errorFields(error) }, 'The channel layer met an error'),
    },
  })
}

/** Each join and push gets its own request id, as each HTTP request does. */
function fresh(scope: AccountScope): AccountScope {
  return { ...scope, requestId: crypto.randomUUID() }
}

function known(runner: Runner, operation: OperationLike): Operation {
  const handler = runner.handlers.get(operation.name)
  if (!handler) throw new ProblemError('not-found', {}, 'no_operation')
  return handler.operation
}

async function identify(handshake: Handshake, parts: SocketParts): Promise<SocketIdentity | null> {
  const app: App = (handshake.auth as { app?: unknown } | undefined)?.app === 'staff' ? 'staff' : 'people'
  const scope = await parts.authenticate(app, parseCookies(handshake.headers.cookie), crypto.randomUUID())
  if (!scope) return null
  return {
    key: scope.sessionId,
    account: scope.accountId,
    scope,
    address: handshake.address,
    device: deviceLabel(handshake.headers['user-agent']),
  }
}

function parseCookies(header: string | undefined): Record<string, string | undefined> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return Object.fromEntries(pairs.filter(([name]) => name).map(([name, ...rest]) => [name, rest.join('=')]))
}

/** One query a second for all sockets of this node, so that an ended session ends its sockets though every bell were lost. */
async function stillStanding(db: Db, clock: Clock, identities: SocketIdentity[]): Promise<boolean[]> {
  const { rows } = await db.as({ kind: 'system', system: 'identity', requestId: 'revalidate' }, (tx) =>
    tx.query('select id, hat from session where id = any($1::uuid[]) and ended_at is null and ends_at > $2', [
      identities.map((one) => one.key),
      clock.now(),
    ]),
  )
  const hats = new Map(rows.map((row) => [row.id as string, row.hat as string]))
  return identities.map((one) => hats.get(one.key) === one.scope.hat)
}

export type { StoredEvent }
