import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createChannelClient, socketIo, uuidv7 } from '@weft/channels/client'
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

it('keeps a list together for its members, and from everybody else', async () => {
  const listId = uuidv7()
  await db.pool.query(`insert into list_member values ($1, 'ann'), ($1, 'bob')`, [listId])
  const server = serveShopping(http, db.pool, ['https://shop.example'], async ({ auth }) => ({
    key: auth.who,
    account: auth.who,
  }))
  const open = (who: string) => {
    const client = createChannelClient({
      url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
      auth: () => ({ who }),
      socketFactory: socketIo({ extraHeaders: { origin: 'https://shop.example' } }),
    })
    return { client, list: client.open(shoppingChannel, { listId }) }
  }
  const [ann, bob, eve] = [open('ann'), open('bob'), open('eve')]
  await until(() => ann.list.status === 'live' && bob.list.status === 'live' && eve.list.status === 'refused')
  const id = uuidv7()
  expect((await ann.list.push('item.add', { id, text: 'Milk' }).done).ok).toBe(true)
  expect((await bob.list.push('item.buy', { id }).done).ok).toBe(true)
  await until(() => ann.list.state?.items[0]?.isBought === true)
  expect(bob.list.state).toEqual(ann.list.state)
  expect((await eve.list.push('item.add', { id: uuidv7(), text: 'Mine' }).done).ok).toBe(false)
  for (const { client } of [ann, bob, eve]) await client.close()
  await server.close()
})
