import type { Fixture } from '../fixtures-page/fixture.ts'
import type { Author, MessageItem, ThreadItem } from './items.ts'
import { LiveThread } from './live-fixture.tsx'
import { Thread, type ThreadProps } from './thread.tsx'

const sam: Author = { id: 'sam', name: 'Sam Okafor', role: 'nurse', organisation: 'Lichfield Wellbeing' }
const priya: Author = { id: 'priya', name: 'Priya Nair', role: 'coach', organisation: 'Kindling' }
const kofi: Author = { id: 'kofi', name: 'Kofi Mensah' }
const noor: Author = { id: 'noor', name: 'نور احمدی', role: 'mother' }

const wednesday = { day: '2026-04-22', dayLabel: 'Wednesday 22 April' }
const thursday = { day: '2026-04-23', dayLabel: 'Thursday 23 April' }
let made = 0

function message(author: Author, time: string, text: string, more: Partial<MessageItem> = {}): MessageItem {
  made += 1
  return { kind: 'message', id: `m-${made}`, at: '2026-04-22T09:00:00Z', time, ...wednesday, author, text, ...more }
}
const mine = (time: string, text: string, more: Partial<MessageItem> = {}) =>
  message(kofi, time, text, { own: true, ...more })

const opening: ThreadItem[] = [
  { kind: 'system', id: 's-1', at: '2026-04-22T08:00:00Z', time: '8am', ...wednesday, text: 'Priya Nair joined' },
  message(sam, '9:12am', 'Morning Kofi. How did the new plan go?'),
  message(sam, '9:13am', 'No rush. Write whenever suits you.'),
  mine('6:40pm', 'Better than I thought. I walked to the shop and back before tea.', {
    send: { state: 'seen', time: '6:52pm' },
  }),
  message(priya, '6:55pm', 'That is a real step. Shall we put it in your goals?'),
]
const late = mine('11:52pm', 'Bad night again.', { ...thursday })
const frame = (props: Partial<ThreadProps>) => (
  <Thread label="Messages with Lichfield Wellbeing" items={opening} {...props} />
)
const acts = { onEdit: () => {}, onDelete: () => {}, onTryAgain: () => {}, onCopy: () => {}, onOtherWays: () => {} }
const sendActsFor = () => acts
const unread = opening[4]!.id

export const manyItems = (count: number): ThreadItem[] =>
  Array.from({ length: count }, (_, at): ThreadItem => {
    const own = at % 5 === 3
    return {
      kind: 'message',
      id: `many-${at}`,
      at: '2026-04-22T09:00:00Z',
      time: `${(at % 12) + 1}:05pm`,
      ...(Math.floor(at / 60) % 2 ? wednesday : thursday),
      author: own ? kofi : at % 3 ? sam : priya,
      own,
      text: `Message ${at + 1}. ${'Some days are longer than others. '.repeat((at * 7) % 5)}`,
    }
  })

export const fixtures: Fixture[] = [
  { state: 'read', frame: 'phone', show: frame({}) },
  {
    state: 'empty',
    frame: 'phone',
    show: frame({ items: [], empty: <p>Say hello, or ask a question. Lichfield Wellbeing will see it.</p> }),
  },
  { state: 'unread since', frame: 'phone', show: frame({ unread: { from: unread, since: '6:52pm' } }) },
  {
    state: 'own message waiting, offline',
    frame: 'phone',
    show: frame({ items: [...opening, { ...late, send: { state: 'waiting' } }], sendActsFor }),
  },
  { state: 'sending', frame: 'phone', show: frame({ items: [...opening, { ...late, send: { state: 'sending' } }] }) },
  {
    state: 'sent',
    frame: 'phone',
    show: frame({ items: [...opening, { ...late, send: { state: 'sent', time: '11:52pm' } }] }),
  },
  {
    state: 'not sent',
    frame: 'phone',
    show: frame({
      items: [...opening, { ...late, send: { state: 'not-sent', reason: 'It is longer than 5,000 characters.' } }],
      sendActsFor,
    }),
  },
  {
    state: 'refused',
    frame: 'phone',
    show: frame({ items: [...opening, { ...late, send: { state: 'refused' } }], sendActsFor }),
  },
  {
    state: 'withdrawn, edited, corrected',
    frame: 'phone',
    show: frame({
      items: [
        { kind: 'withdrawn', id: 'w-1', at: '2026-04-22T09:00:00Z', time: '9:02am', ...wednesday, author: sam },
        message(sam, '9:05am', 'Your visit is on Friday 24 April at 10:30am.', {
          revision: { kind: 'corrected', time: '9:40am', before: 'Your visit is on Thursday 23 April at 10:30am.' },
        }),
        mine('9:44am', 'Thank you. I will be in.', {
          revision: { kind: 'edited', time: '9:46am', before: 'Thank you. I will be out.' },
        }),
        {
          kind: 'withdrawn',
          id: 'w-2',
          at: '2026-04-22T09:00:00Z',
          time: '9:50am',
          ...wednesday,
          author: kofi,
          own: true,
        },
      ],
    }),
  },
  {
    state: 'labels: automatic, keep from, entered with',
    frame: 'phone',
    show: frame({
      items: [
        message(
          sam,
          '11:53pm',
          'We are closed until 9am on Thursday. Your message is saved and we will read it then.',
          {
            label: 'Automatic reply',
          },
        ),
        message(noor, '8:10am', 'دیشب اصلا نخوابید. نگرانش هستم.', { label: 'Keep this from Kofi', lang: 'fa' }),
        message(kofi, '8:20am', 'I would like a visit.', { label: 'Entered by Priya with Kofi' }),
      ],
    }),
  },
  {
    state: 'staff note beside replies',
    app: 'staff',
    frame: 'desk',
    show: frame({
      items: [
        message(kofi, '8:55am', 'Bad night again. I did not sleep.'),
        message(sam, '9:01am', 'Third bad night this week. Call him at midday rather than write.', { tone: 'note' }),
        message(sam, '9:12am', 'I am sorry to hear that. Can I ring you at midday?', {
          own: true,
          send: { state: 'seen', time: '9:20am' },
        }),
      ],
    }),
  },
  { state: 'loading earlier', frame: 'phone', show: frame({ items: opening.slice(1), earlier: 'loading' }) },
  { state: 'earlier failed', frame: 'phone', show: frame({ items: opening.slice(1), earlier: 'failed' }) },
  { state: 'more to load', frame: 'phone', show: frame({ items: opening.slice(1), earlier: 'more' }) },
  {
    state: '2,000 messages, opened at an older one',
    frame: 'phone',
    show: frame({ items: manyItems(2_000), openAt: 'many-900' }),
  },
  { state: '2,000 messages, desk', app: 'staff', frame: 'desk', show: frame({ items: manyItems(2_000) }) },
  { state: 'live', frame: 'phone', show: <LiveThread all={manyItems(2_000)} /> },
]
