import { defineChannel } from '@weft/channels/define'
import * as z from 'zod/mini'

// A whole channel: a shopping list that its members keep together. Server, apps and tests import this file.
const Item = z.object({ id: z.uuid(), text: z.string(), isBought: z.boolean() })
const bought = (item: z.infer<typeof Item>) => ({ ...item, isBought: true })
const List = z.object({ items: z.array(Item), members: z.array(z.string()) })
const ofList = '/api/lists/:listId'
export const getList = {
  name: 'getList',
  method: 'GET',
  path: ofList,
  input: z.object({ listId: z.uuid() }),
  output: List,
} as const
export const addItem = {
  name: 'addItem',
  method: 'POST',
  path: `${ofList}/items`,
  input: z.object({ listId: z.uuid(), id: z.uuid(), text: z.string().check(z.minLength(1), z.maxLength(200)) }),
  output: Item,
} as const
export const buyItem = {
  name: 'buyItem',
  method: 'POST',
  path: `${ofList}/items/:id/bought`,
  input: z.object({ listId: z.uuid(), id: z.uuid() }),
  output: Item,
} as const

export const shoppingChannel = defineChannel({
  topic: 'shopping:{listId}',
  params: { listId: z.uuid() },
  permission: 'list.read',
  snapshot: getList,
  events: {
    'item.added': Item,
    'item.bought': z.object({ id: z.uuid() }),
    'member.removed': z.object({ account: z.string() }),
  },
  rechecks: ['member.removed'],
  pushes: { 'item.add': addItem, 'item.buy': buyItem },
  signals: { typing: z.object({ name: z.string() }) },
  apply: {
    'item.added': (list, item) => ({ ...list, items: [...list.items, item] }),
    'item.bought': (list, { id }) => ({ ...list, items: list.items.map((one) => (one.id === id ? bought(one) : one)) }),
    'member.removed': (list, { account }) => ({ ...list, members: list.members.filter((one) => one !== account) }),
  },
})
