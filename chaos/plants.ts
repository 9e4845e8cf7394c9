import { randomUUID } from 'node:crypto'
import type { StoredEvent } from '@weft/channels/define'
import type { Bell } from '@weft/channels/server'
import type { Plant } from '../server/src/app.ts'
import type { Db } from '../server/src/platform/db.ts'
import type { Runner } from '../server/src/platform/runner.ts'
import { ownPlants } from './own/plants.ts'

/** A bug of the servers, or one of the clients. */
export type Planted = Plant & { client?: 'rekey' | 'rekey-own' }

/** Bugs that a team could really write, each of which a run must notice. Built into the chaos servers only. */
export const plants: Record<string, Planted> = {
  'ack-before-commit': { db: answerEarly },
  'push-before-commit': {
    channelLog: (log, outlets) => ({
      ...log,
      async appendMany(tx, events) {
        const stored = await log.appendMany(tx, events)
        outlets.committed(stored)
        if (Math.random() < 0.1) throw Object.assign(new Error('planted'), { code: '57P01' })
        return stored
      },
    }),
  },
  'no-unique-key': {
    runner: (runner) => rewrite(runner, 'message.send', (input) => ({ ...input, messageId: randomUUID() })),
  },
  'no-head-check': { channelFaults: { noHeadCheck: true }, bell: (bell) => losing(bell, 0.8) },
  'bell-as-truth': { channelFaults: { bellAsTruth: true, noHeadCheck: true }, bell: (bell) => losing(bell, 0.3) },
  'stale-local-room': { channelFaults: { staleLocalRoom: true } },
  'order-by-time': {
    runner: (runner) =>
      reshape(runner, (state) => ({
        ...state,
        messages: [...(state.messages ?? [])].sort((a, b) => String(a.sentAt).localeCompare(String(b.sentAt))),
      })),
  },
  'counter-for-unread': {
    runner: (runner) => ({
      ...runner,
      async run(operation, scope, raw, door) {
        const answer = (await runner.run(operation, scope, raw, door)) as {
          rows?: { unread: number; last?: { number: number }; readThrough: number }[]
        }
        if (operation.name !== 'conversation.list') return answer
        return {
          ...answer,
          rows: answer.rows?.map((row) => ({ ...row, unread: Math.max(0, (row.last?.number ?? 0) - row.readThrough) })),
        }
      },
    }),
  },
  'edits-not-numbered': {
    // The row is changed and the command sees what it expects; nobody is told.
    channelLog(log, outlets) {
      const untold = new WeakSet<StoredEvent>()
      const { committed } = outlets
      outlets.committed = (events) => committed(events.filter((event) => !untold.has(event)))
      return {
        ...log,
        async appendMany(tx, events) {
          const stored = await log.appendMany(
            tx,
            events.filter((event) => event.name !== 'message.edited'),
          )
          const all: StoredEvent[] = []
          for (const event of events) {
            if (event.name === 'message.edited') {
              const { epoch, seq } = await log.head(tx, event.topic)
              const fake = { ...event, epoch, seq: seq + 1, at: event.at ?? '' } as StoredEvent
              untold.add(fake)
              all.push(fake)
            } else all.push(stored.shift() as StoredEvent)
          }
          return all
        },
      }
    },
  },
  'read-mark-not-max': {
    runner: (runner) => ({
      ...runner,
      async run(operation, scope, raw, door) {
        const answer = await runner.run(operation, scope, raw, door)
        if (operation.name === 'conversation.read' && scope.kind === 'account') {
          const { conversationId, through } = raw as { conversationId: string; through: number }
          await runner.act('access', (ctx) =>
            ctx.tx.query(
              'update conversation_read set read_through = $3 where conversation_id = $1 and account_id = $2',
              [conversationId, scope.accountId, through],
            ),
          )
        }
        return answer
      },
    }),
  },
  // What happened is announced, and nobody writes down who is still to be told.
  'facts-not-kept': {
    db: (db) => ({
      ...db,
      as: (scope, work, options) =>
        db.as(
          scope,
          (tx) =>
            work({
              ...tx,
              query: (text, values, name) =>
                text.includes('insert into untold_fact')
                  ? Promise.resolve({ rows: [], rowCount: 0 })
                  : tx.query(text, values, name),
            }),
          options,
        ),
    }),
  },
  'retry-with-new-key': { client: 'rekey' },
  ...ownPlants,
}

/** A bell that loses some of what it is given. */
function losing(bell: Bell, part: number): Bell {
  return { ...bell, publish: (batch, toNodes) => (Math.random() < part ? undefined : bell.publish(batch, toNodes)) }
}

/** Answers as soon as the work is done; the commit follows when it can, and may not. */
function answerEarly(db: Db): Db {
  return {
    ...db,
    as: (scope, work, options) =>
      new Promise((resolve, reject) => {
        db.as(
          scope,
          async (tx) => {
            const value = await work(tx)
            resolve(value)
            await new Promise((wait) => setTimeout(wait, 20 + Math.random() * 60))
            return value
          },
          options,
        ).catch(reject)
      }),
  }
}

function rewrite(
  runner: Runner,
  name: string,
  change: (input: Record<string, unknown>) => Record<string, unknown>,
): Runner {
  return {
    ...runner,
    async run(operation, scope, raw, door) {
      if (operation.name !== name) return runner.run(operation, scope, raw, door)
      return runner.run(operation, scope, change(raw as Record<string, unknown>), door)
    },
  }
}

interface Threadish {
  messages?: { sentAt: string }[]
}

function reshape(runner: Runner, change: (state: Threadish) => Threadish): Runner {
  return {
    ...runner,
    async snapshot(...args: Parameters<Runner['snapshot']>) {
      const answer = await runner.snapshot(...args)
      return { ...answer, state: change(answer.state as Threadish) }
    },
  }
}
