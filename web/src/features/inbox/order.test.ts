import type { ConversationRow, InboxRow } from '@weft/contract/conversations/shapes.ts'
import { describe, expect, it } from 'vitest'
import { inboxItems, inFolder } from './inbox-items.ts'
import { listed, orderOf } from './order.ts'

const row = (id: string, more: Partial<ConversationRow> = {}): ConversationRow => ({
  conversationId: id,
  kind: 'person_team',
  personId: `p-${id}`,
  personName: `Person ${id}`,
  serviceId: 's',
  serviceName: 'Lichfield Wellbeing',
  state: 'open',
  memberCount: 4,
  activeAt: '2026-04-15T09:00:00Z',
  last: {
    messageId: `m-${id}`,
    number: 5,
    at: '2026-04-15T09:00:00Z',
    authorName: `Person ${id}`,
    isOwn: false,
    snippet: '…',
  },
  unread: 0,
  readThrough: 5,
  isMine: false,
  hiddenMessageIds: [],
  ...more,
})
const line = (id: string, more: Partial<InboxRow> = {}): InboxRow => ({
  conversationId: id,
  kind: 'person_team',
  lastNumber: 6,
  at: '2026-04-15T10:00:00Z',
  authorName: `Person ${id}`,
  fromTeam: false,
  snippet: 'Bad night again',
  ...more,
})
const me = 'Sam Okafor'
const ids = (items: { conversationId: string }[]) => items.map((item) => item.conversationId)

const a = row('a', { dueAt: '2026-04-15T12:00:00Z' })
const b = row('b', { dueAt: '2026-04-15T11:00:00Z', isMine: true })
const c = row('c')

describe('an inbox row', () => {
  it('says of a message that both know what the line says: it may be withdrawn since', () => {
    const [item] = inboxItems([c], [line('c', { lastNumber: 5, snippet: '' })], me)
    expect(item?.last?.snippet).toBe('')
  })

  it('takes the newest line of the team when that is ahead', () => {
    const [item] = inboxItems([c], [line('c', { dueAt: '2026-04-15T16:00:00Z' })], me)
    expect(item).toMatchObject({ isUnread: true, unread: undefined, dueAt: '2026-04-15T16:00:00Z' })
    expect(item?.last).toMatchObject({ snippet: 'Bad night again', fromTeam: false })
  })

  it('keeps my own row when that is as new, with its exact count', () => {
    const [item] = inboxItems([row('c', { unread: 2, readThrough: 3 })], [line('c', { lastNumber: 5 })], me)
    expect(item).toMatchObject({ isUnread: true, unread: 2 })
  })

  it('is no longer waiting once a colleague answered, and is not unread to me for my own answer', () => {
    const mine = line('a', { fromTeam: true, authorName: me })
    const [item] = inboxItems([a], [mine], me)
    expect(item).toMatchObject({ dueAt: undefined, isUnread: false })
    const [theirs] = inboxItems([a], [line('a', { fromTeam: true, authorName: 'Priya Nair' })], me)
    expect(theirs).toMatchObject({ dueAt: undefined, isUnread: true })
  })

  it('leaves note threads to the conversation they belong to', () => {
    expect(inboxItems([row('n', { kind: 'team_note' })], [], me)).toEqual([])
  })
})

describe('the order of the list', () => {
  it('is who waits, by when they were promised an answer, then the rest', () => {
    const view = listed(inboxItems([a, b, c], [], me), orderOf(inboxItems([a, b, c], [], me)))
    expect([ids(view.waiting), ids(view.answered), view.updates]).toEqual([['b', 'a'], ['c'], 0])
  })

  it('stands still while messages come, and counts what would move', () => {
    const order = orderOf(inboxItems([a, b, c], [], me))
    const later = inboxItems([a, b, c], [line('c', { dueAt: '2026-04-15T10:30:00Z' })], me)
    const view = listed(later, order)
    expect([ids(view.waiting), ids(view.answered)]).toEqual([['b', 'a'], ['c']])
    expect(view.updates).toBe(1)
    expect(view.answered[0]?.last?.snippet).toBe('Bad night again')
    expect(ids(listed(later, orderOf(later)).waiting)).toEqual(['c', 'b', 'a'])
  })

  it('holds new conversations back until asked, and counts them', () => {
    const order = orderOf(inboxItems([a, b], [], me))
    const view = listed(inboxItems([a, b, c, row('d')], [], me), order)
    expect(ids([...view.waiting, ...view.answered])).toEqual(['b', 'a'])
    expect(view.updates).toBe(2)
  })

  it('lets go at once of what I may no longer see, without counting it', () => {
    const order = orderOf(inboxItems([a, b, c], [], me))
    const view = listed(inboxItems([b, c], [], me), order)
    expect(ids([...view.waiting, ...view.answered])).toEqual(['b', 'c'])
    expect(view.updates).toBe(0)
  })

  it('keeps an answered row where it was until asked', () => {
    const order = orderOf(inboxItems([a, b, c], [], me))
    const later = inboxItems([a, b, c], [line('b', { fromTeam: true })], me)
    const view = listed(later, order)
    expect(ids(view.waiting)).toEqual(['b', 'a'])
    expect(view.updates).toBe(1)
  })
})

describe('folders', () => {
  it('Mine holds the people I lead', () => {
    expect(ids(inFolder(inboxItems([a, b, c], [], me), 'mine'))).toEqual(['b'])
    expect(inFolder(inboxItems([a, b, c], [], me), 'all')).toHaveLength(3)
  })
})
