import type { Member, Message } from '@weft/contract/conversations/shapes.ts'
import { describe, expect, it } from 'vitest'
import { en } from '../../words/en.ts'
import { type Telling, ThreadItems, type Unsent } from './thread-items.ts'

const sam: Member = {
  accountId: 'sam',
  hat: 'practitioner',
  name: 'Sam Okafor',
  role: 'nurse',
  organisation: 'Trust',
  isTeam: true,
}
const kofi: Member = { accountId: 'kofi', hat: 'patient', name: 'Kofi', isTeam: false }
const telling: Telling = {
  words: en,
  zone: 'Europe/London',
  now: Date.parse('2026-04-15T12:00:00Z'),
  me: 'sam',
  personName: 'Kofi',
  serviceName: 'Lichfield Wellbeing',
}
const message = (number: number, author: Member | undefined, more: Partial<Message> = {}): Message => ({
  messageId: `m${number}`,
  conversationId: 'c',
  number,
  kind: 'message',
  author,
  body: `Words ${number}`,
  sentAt: `2026-04-15T09:0${number}:00Z`,
  ...more,
})
const unsent: Unsent = {
  id: 'u',
  outboxId: 'o',
  body: 'Ring at 4',
  at: '2026-04-15T11:00:00Z',
  isNote: false,
  state: 'waiting',
}
const items = (messages: Message[], notes: Message[] = [], waiting: Unsent[] = [], more: Partial<Telling> = {}) =>
  new ThreadItems().of(messages, notes, waiting, { ...telling, ...more })

describe('the thread', () => {
  it('weaves staff notes in where they were written, and marks them', () => {
    const note = message(9, sam, { messageId: 'n1', sentAt: '2026-04-15T09:02:30Z' })
    const woven = items([message(1, kofi), message(2, sam), message(3, kofi)], [note])
    expect(woven.map((item) => item.id)).toEqual(['m1', 'm2', 'n1', 'm3'])
    expect(woven.map((item) => item.kind === 'message' && item.tone)).toEqual([undefined, undefined, 'note', undefined])
  })

  it('marks how far my newest message has got, and no older one', () => {
    const thread = [message(1, sam), message(2, sam), message(3, kofi)]
    const sends = (seen?: Telling['seen']) =>
      items(thread, [], [], { seen }).map((item) => item.kind === 'message' && item.send)
    expect(sends()).toEqual([undefined, { state: 'sent', time: '10:02am' }, undefined])
    const seen = { through: 2, at: '2026-04-15T09:30:00Z' }
    expect(sends(seen)).toEqual([undefined, { state: 'seen', time: '10:30am' }, undefined])
  })

  it('puts what is not sent last, and says so', () => {
    const last = items([message(1, kofi)], [], [unsent]).at(-1)
    expect(last).toMatchObject({ id: 'u', own: true, text: 'Ring at 4', send: { state: 'waiting' } })
  })

  it('shows a correction as a new message with the first text folded, and says so on the first', () => {
    const correction = message(4, sam, { kind: 'correction', correctsId: 'm1', body: 'Friday' })
    const [first, , second] = items([message(1, sam, { body: 'Thursday' }), message(2, kofi), correction])
    expect(first).toMatchObject({ text: 'Thursday', label: 'Corrected at 10:04am, see below' })
    expect(second).toMatchObject({ text: 'Friday', revision: { kind: 'corrected', before: 'Thursday' } })
  })

  it('points to no correction that was withdrawn', () => {
    const gone = message(2, sam, { correctsId: 'm1', body: '', withdrawnAt: '2026-04-15T10:00:00Z' })
    const [first] = items([message(1, sam), gone])
    expect(first?.kind === 'message' && first.label).toBeUndefined()
  })

  it('shows nothing of a withdrawn message but who withdrew it', () => {
    const gone = message(1, sam, { body: '', withdrawnAt: '2026-04-15T09:10:00Z', withdrawnBy: 'Nia Hughes' })
    expect(items([gone])[0]).toMatchObject({ kind: 'withdrawn', author: { name: 'Nia Hughes' }, own: false })
  })

  it('says who joined, what was automatic, and what must be kept from the person', () => {
    const joined = message(1, undefined, { kind: 'event', line: { type: 'joined', name: 'Priya Nair' } })
    const auto = message(2, undefined, { kind: 'auto' })
    const kept = message(3, { ...kofi, name: 'Raj', relationship: 'husband' }, { keepFromPerson: true })
    expect(items([joined, auto, kept])).toMatchObject([
      { kind: 'system', text: 'Priya Nair joined the team' },
      { label: 'Automatic reply', author: { name: 'Lichfield Wellbeing' } },
      { label: 'Keep this from Kofi', author: { role: 'husband' } },
    ])
  })

  it('draws again only the rows that changed', () => {
    const keeper = new ThreadItems()
    const thread = [message(1, kofi), message(2, sam)]
    const before = keeper.of(thread, [], [unsent], telling)
    const after = keeper.of([...thread, message(3, kofi)], [], [{ ...unsent, state: 'sending' }], {
      ...telling,
      now: telling.now + 60_000,
    })
    expect(after[0]).toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(after.at(-1)).not.toBe(before.at(-1))
  })
})
