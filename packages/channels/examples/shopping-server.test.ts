import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ChannelClient, createChannelClient, socketIo, uuidv7 } from '@weft/channels/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLogDatabase, type LogDatabase } from '../test/log-database.ts'
import { until } from '../test/served-node.ts'
import { shoppingChannel } from './shopping-channel.ts'
import { serveShopping } from './shopping-server.ts'

let db: LogDatabase
const http = createServer((_, response) => response.writeHead(404).end())
beforeAll(async () => {
  db = await createLogDatabase()
  await db.pool.query(`create table item (id uuid primary key, list_id uuid not null, text text not null, is_bought boolean not null default false);
    create table list_member (list_id uuid, account text, span bigint generated always as identity, primary key (list_id, account))`)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  http.closeAllConnections()
  http.close()
  await db.drop()
})

let server: ReturnType<typeof serveShopping>
beforeAll(() => {
  server = serveShopping(http, db.pool, ['https://shop.example'], async ({ auth }) => ({
    key: auth.who,
    account: auth.who,
  }))
})

const clients: ChannelClient[] = []
afterAll(async () => {
  for (const client of clients) await client.close()
  await server.close()
})

async function listOf(...accounts: string[]): Promise<string> {
  const listId = uuidv7()
  for (const account of accounts) await db.pool.query('insert into list_member values ($1, $2)', [listId, account])
  return listId
}

function open(who: string, listId: string) {
  const client = createChannelClient({
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    auth: () => ({ who }),
    socketFactory: socketIo({ extraHeaders: { origin: 'https://shop.example' } }),
  })
  clients.push(client)
  return client.open(shoppingChannel, { listId })
}

it('keeps a list together for its members, and from everybody else', async () => {
  const listId = await listOf('ann', 'bob')
  const [ann, bob, eve] = [open('ann', listId), open('bob', listId), open('eve', listId)]
  await until(() => ann.status === 'live' && bob.status === 'live' && eve.status === 'refused')
  const id = uuidv7()
  expect((await ann.push('item.add', { id, text: 'Milk' }).done).ok).toBe(true)
  expect((await bob.push('item.buy', { id }).done).ok).toBe(true)
  await until(() => ann.state?.items[0]?.isBought === true)
  expect(bob.state).toEqual(ann.state)
  expect((await eve.push('item.add', { id: uuidv7(), text: 'Mine' }).done).ok).toBe(false)
})

it('answers to somebody else’s item, named on a list of one’s own, as to none', async () => {
  const [hers, his] = [await listOf('ann'), await listOf('gary')]
  const [ann, gary] = [open('ann', hers), open('gary', his)]
  await until(() => ann.status === 'live' && gary.status === 'live')
  const id = uuidv7()
  await ann.push('item.add', { id, text: 'A present for Gary' }).done
  const nothing = await gary.push('item.buy', { id: uuidv7() }).done
  expect(nothing).toMatchObject({ ok: false, problem: { status: 404 } })
  expect(await gary.push('item.buy', { id }).done).toMatchObject({ ok: false, problem: { status: 404 } })
  expect(await gary.push('item.add', { id, text: 'Mine' }).done).toMatchObject({ ok: false })
  expect([ann.state?.items, gary.state?.items]).toEqual([[{ id, text: 'A present for Gary', isBought: false }], []])
})

it('adds an item once, however often it is said in one moment', async () => {
  const listId = await listOf('ann', 'bob')
  const devices = ['ann', 'ann', 'bob', 'bob'].map((who) => open(who, listId))
  await until(() => devices.every(({ status }) => status === 'live'))
  const item = { id: uuidv7(), text: 'Milk' }
  const replies = await Promise.all(devices.map((device) => device.push('item.add', item).done))
  expect(replies.map((reply) => reply.ok && reply.value)).toEqual(devices.map(() => ({ ...item, isBought: false })))
  await until(() => devices.every(({ state }) => state?.items.length === 1))
})
