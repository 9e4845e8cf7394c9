import type { Member, Message } from '@weft/contract/conversations/shapes.ts'
import type { MessageItem } from '@weft/ui/thread/items.ts'
import { describe, expect, it } from 'vitest'
import { createDates } from '../../words/dates.ts'
import { englishNow, needWords } from '../../words/words.ts'

await needWords(['conversation'])
const en = englishNow()

import { createThreadItems, type ThreadInput, type Unsent } from './thread-items.ts'

const conversationId = '018f0000-0000-7000-8000-0000000000c1'
const kofi: Member = { accountId: 'kofi', hat: 'patient', name: 'Kofi Mensah', isTeam: false }
const sam: Member = {
  accountId: 'sam',
  hat: 'practitioner',
  name: 'Sam Okafor',
  role: 'nurse',
  organisation: 'Whitlow Trust',
  isTeam: true,
}
const message = (number: number, author: Member | undefined, more: Partial<Message> = {}): Message => ({
  messageId: `m${number}`,
  conversationId,
  number,
  kind: 'message',
  author,
  body: `words ${number}`,
  sentAt: `2026-04-22T09:0${number}:00Z`,
  ...more,
})
const unsent = (more: Partial<Unsent> = {}): Unsent => ({
  messageId: 'u1',
  body: 'Bad night again',
  madeAt: '2026-04-22T22:50:00Z',
  state: 'waiting',
  ...more,
})
const make = () =>
  createThreadItems({
    words: en,
    dates: createDates({
      language: 'en',
      zone: 'Europe/London',
      now: () => new Date('2026-04-22T22:55:00Z'),
    }),
  })
const input = (more: Partial<ThreadInput> = {}): ThreadInput => ({
  messages: [],
  unsent: [],
  hidden: new Set(),
  me: { accountId: 'kofi', hat: 'patient' },
  serviceName: 'Lichfield Wellbeing',
  personName: 'Meera',
  ...more,
})
const marks = (items: ReturnType<ReturnType<typeof make>>) =>
  items.map(
    (item) => (item as MessageItem).send && [(item as MessageItem).send?.state, (item as MessageItem).send?.time],
  )

describe('who is speaking', () => {
  it('is said with name, role and organisation, and the service speaks for itself', () => {
    const [sams, auto] = make()(
      input({ messages: [message(1, sam), message(2, undefined, { kind: 'auto' })] }),
    ) as MessageItem[]
    expect(sams).toMatchObject({
      own: false,
      author: { name: 'Sam Okafor', role: 'nurse', organisation: 'Whitlow Trust' },
    })
    expect(auto).toMatchObject({ author: { name: 'Lichfield Wellbeing' }, label: 'Automatic reply' })
  })

  it('is me only under the hat I wear', () => {
    const asCarer: Member = { ...kofi, hat: 'carer', relationship: 'brother' }
    const [item] = make()(input({ messages: [message(1, asCarer)] })) as MessageItem[]
    expect(item).toMatchObject({ own: false, author: { role: 'brother' } })
  })
})

describe('marks on what I sent', () => {
  it('show the newest seen and what came after it, and older ones their time alone', () => {
    const messages = [message(1, kofi), message(2, kofi), message(3, sam), message(4, kofi), message(5, kofi)]
    const items = make()(input({ messages, seenByTeam: { through: 3, at: '2026-04-22T09:42:00Z' } }))
    expect(marks(items)).toEqual([undefined, ['seen', '10:42am'], undefined, ['sent', '10:04am'], ['sent', '10:05am']])
  })

  it.each(['waiting', 'sending', 'not-sent', 'refused'] as const)('say %s until the server has it', (state) => {
    const items = make()(input({ messages: [message(1, sam)], unsent: [unsent({ state, reason: 'why' })] }))
    expect(items.at(-1)).toMatchObject({ id: 'u1', own: true, text: 'Bad night again', send: { state, reason: 'why' } })
  })

  it('settle: the same message, stored, is shown once', () => {
    const items = make()(
      input({ messages: [message(1, kofi, { messageId: 'u1' })], unsent: [unsent({ state: 'sending' })] }),
    )
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ id: 'u1', send: { state: 'sent' } })
  })
})

describe('what became of a message', () => {
  it('edited: the newest words, the ones before folded', () => {
    const edited = message(1, sam, {
      body: 'Friday',
      editedAt: '2026-04-22T09:05:00Z',
      edits: [
        { body: 'Wednesday', until: '2026-04-22T09:03:00Z' },
        { body: 'Thursday', until: '2026-04-22T09:05:00Z' },
      ],
    })
    expect(make()(input({ messages: [edited] }))[0]).toMatchObject({
      text: 'Friday',
      revision: { kind: 'edited', time: '10:05am', before: 'Thursday' },
    })
  })

  it('corrected: put right where it stood, first words folded, and the correction in its own place', () => {
    const messages = [
      message(1, sam, { body: 'Thursday' }),
      message(2, kofi),
      message(3, sam, { kind: 'correction', correctsId: 'm1', body: 'Friday' }),
    ]
    const items = make()(input({ messages }))
    expect(items[0]).toMatchObject({
      text: 'Friday',
      revision: { kind: 'corrected', time: '10:03am', before: 'Thursday' },
    })
    expect(items[2]).toMatchObject({ text: 'Friday', label: 'Correction' })
  })

  it('withdrawn: no words, and the name of who withdrew it', () => {
    const gone = { body: '', withdrawnAt: '2026-04-22T09:05:00Z' }
    const [own, byOther] = make()(
      input({
        messages: [
          message(1, kofi, { ...gone, withdrawnBy: 'Kofi Mensah' }),
          message(2, sam, { ...gone, withdrawnBy: 'Nia Hughes' }),
        ],
      }),
    )
    expect(own).toMatchObject({ kind: 'withdrawn', own: true })
    expect(byOther).toMatchObject({ kind: 'withdrawn', author: { name: 'Nia Hughes' } })
    expect(JSON.stringify([own, byOther])).not.toContain('words')
  })

  it('hidden: gone without a trace', () => {
    const items = make()(input({ messages: [message(1, sam), message(2, sam)], hidden: new Set(['m1']) }))
    expect(items.map((item) => item.id)).toEqual(['m2'])
  })

  it('kept from the person: says so on the bubble', () => {
    const items = make()(input({ messages: [message(1, sam, { keepFromPerson: true })] }))
    expect(items[0]).toMatchObject({ label: 'Keep this from Meera' })
  })

  it('a reply: names what it answers, unless that is hidden, withdrawn or further back', () => {
    const reply = message(3, kofi, { replyToId: 'm1' })
    const label = (more: Partial<ThreadInput>) => (make()(input(more)).at(-1) as MessageItem).label
    expect(label({ messages: [message(1, sam, { body: 'How did   it go?' }), reply] })).toBe(
      'Reply to Sam Okafor: “How did it go?”',
    )
    expect(label({ messages: [message(1, kofi), reply] })).toContain('Reply to yourself')
    for (const gone of [[reply], [message(1, sam, { withdrawnAt: '2026-04-22T09:05:00Z', body: '' }), reply]]) {
      expect(label({ messages: gone })).toBe('Reply to an earlier message')
    }
    expect(label({ messages: [message(1, sam), reply], hidden: new Set(['m1']) })).toBe('Reply to an earlier message')
    expect(label({ messages: [message(1, sam)], unsent: [unsent({ replyToId: 'm1' })] })).toContain('Sam Okafor')
  })

  it('a line of the thread: said in words', () => {
    const line = { type: 'joined' as const, name: 'Priya Nair' }
    const items = make()(input({ messages: [message(1, undefined, { kind: 'event', body: '', line })] }))
    expect(items[0]).toMatchObject({ kind: 'system', text: 'Priya Nair joined' })
  })
})

describe('drawing again', () => {
  it('gives unchanged messages as the same objects', () => {
    const items = make()
    const messages = [message(1, sam), message(2, kofi)]
    const before = items(input({ messages }))
    const after = items(input({ messages: [...messages, message(3, kofi)] }))
    expect(after[0]).toBe(before[0])
    expect(after[1]).toBe(before[1])
    const seen = items(input({ messages, seenByTeam: { through: 2, at: '2026-04-22T09:42:00Z' } }))
    expect(seen[0]).toBe(before[0])
    expect(seen[1]).not.toBe(before[1])
  })
})
