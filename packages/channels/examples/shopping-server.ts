import type { Server } from 'node:http'
import type { StoredEvent } from '@weft/channels/define'
import {
  createChannelServer,
  createPostgresLog,
  createSocketServer,
  type Handshake,
  type Identity,
  ProblemError,
  type SqlExecutor,
} from '@weft/channels/server'
import type pg from 'pg'
import { addItem, buyItem, shoppingChannel } from './shopping-channel.ts'

const log = createPostgresLog()
const notFound = { type: 'about:blank', title: 'Not found', status: 404 }

/** Serves the shopping channel on `http`. Tables: this package's schema.sql, and `item` and `list_member` of your own. */
export function serveShopping(
  http: Server,
  pool: pg.Pool,
  origins: string[],
  sessionOf: (handshake: Handshake) => Promise<Identity | null>,
) {
  const transaction = transactionsOn(pool)
  const channels = createChannelServer({
    io: createSocketServer(http, { path: '/socket', origins }),
    nodeId: crypto.randomUUID(),
    channels: [shoppingChannel],
    log,
    withLog: transaction,
    identify: sessionOf,
    // A push asks for itself, inside its own transaction.
    authorise: ({ identity, params, action }) =>
      action === 'push' ? { ok: true } : transaction((tx) => mustBeMember(tx, params.listId, identity)),
    snapshot: ({ identity, params, topic }) =>
      transaction(async (tx) => {
        await mustBeMember(tx, params.listId, identity)
        return { state: await readList(tx, params.listId), ...(await log.head(tx, topic)) }
      }, 'isolation level repeatable read read only'),
    async push({ identity, operation, input }) {
      const { item, events } = await transaction((tx) => run(tx, identity, operation, input as Record<string, string>))
      channels.committed(events)
      return { ok: true, value: item }
    },
  })
  return channels
}

/** A command: one transaction writes the row and its event. The device's id makes a repetition harmless, also in the same moment. */
async function run(tx: SqlExecutor, identity: Identity, operation: { name: string }, input: Record<string, string>) {
  const { listId, id, text } = input as { listId: string; id: string; text: string }
  await mustBeMember(tx, listId, identity)
  const events: StoredEvent[] = []
  const tell = async (name: string, data: unknown) =>
    events.push(await log.append(tx, { topic: shoppingChannel.topicOf({ listId }), name, data }))
  if (operation.name === addItem.name) {
    const made = await tx.query(
      'insert into item (id, list_id, text) values ($1, $2, $3) on conflict (id) do nothing returning id',
      [id, listId, text],
    )
    if (made.rows.length) await tell('item.added', { id, text, isBought: false })
  }
  if (operation.name === buyItem.name) {
    const bought = await tx.query(
      'update item set is_bought = true where id = $1 and list_id = $2 and not is_bought returning id',
      [id, listId],
    )
    if (bought.rows.length) await tell('item.bought', { id })
  }
  // Of this list: an item of somebody else's is answered as one that does not exist.
  const { rows } = await tx.query('select id, text, is_bought as "isBought" from item where id = $1 and list_id = $2', [
    id,
    listId,
  ])
  if (!rows[0]) throw new ProblemError(notFound)
  return { item: rows[0], events }
}

async function readList(tx: SqlExecutor, listId: string) {
  const items = await tx.query('select id, text, is_bought as "isBought" from item where list_id = $1 order by id', [
    listId,
  ])
  const members = await tx.query('select account from list_member where list_id = $1', [listId])
  return { items: items.rows, members: members.rows.map((row) => row.account) }
}

async function mustBeMember(tx: SqlExecutor, listId: string, { account }: Identity) {
  const { rows } = await tx.query('select span from list_member where list_id = $1 and account = $2', [listId, account])
  if (!rows[0]) throw new ProblemError(notFound)
  return { ok: true, span: String(rows[0].span) } as const
}

function transactionsOn(pool: pg.Pool) {
  return async <T>(work: (tx: SqlExecutor) => Promise<T>, mode = ''): Promise<T> => {
    const client = await pool.connect()
    try {
      await client.query(`begin ${mode}`)
      const value = await work(client)
      await client.query('commit')
      return value
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
  }
}
