import { createHash } from 'node:crypto'
import { dayForm } from '@weft/contract/conversations/expected-reply.ts'

/** One line of a service's crisis panel as it is said in a text. */
export interface CrisisEntry {
  name: string
  contact?: string
}

export interface ClosedService {
  name: string
  phone: string
  zone: string
  crisisPanel: readonly CrisisEntry[]
  /** The service's own wording, with `{time}` and `{panel}` where they go. */
  wording: string | undefined
}

/** At most one in a conversation in so long (domain.md 4.4). */
export const AUTOMATIC_REPLY_EVERY_MS = 12 * 60 * 60 * 1000

const usualWording =
  'We are closed until {time}. Your message is saved and we will read it then. If you cannot wait: {panel}'
const wordingWithoutTime =
  'We cannot say when we will reply. Your message is saved. Call {phone}. If you cannot wait: {panel}'

/** England's lines of domain.md 4.8 that are open at any hour, for a service that set none. */
const usualPanel: readonly CrisisEntry[] = [
  { name: '999 or A&E (life at risk)' },
  { name: 'NHS 111 option 2 (mental health, 24 hours)' },
  { name: 'Samaritans', contact: '116 123' },
  { name: 'text SHOUT to', contact: '85258' },
]

/** What a closed service answers by itself (domain.md 4.9). `opensAt` is absent when it does not open within 14 days. */
export function automaticReply(service: ClosedService, opensAt: Date | undefined, now: Date): string {
  const entries = service.crisisPanel.length > 0 ? service.crisisPanel : usualPanel
  const panel = entries.map(({ name, contact }) => (contact ? `${name} ${contact}` : name)).join(' · ')
  const wording = opensAt ? (service.wording ?? usualWording) : wordingWithoutTime
  const words: Record<string, string> = {
    time: opensAt ? timeInWords(opensAt, now, service.zone) : '',
    panel,
    phone: service.phone,
  }
  return wording.replace(/\{(time|panel|phone)\}/g, (_, word: string) => words[word] ?? '')
}

/** “9am”, “9am tomorrow”, “9am on Monday”, “9am on Monday 4 May”. */
export function timeInWords(instant: Date, now: Date, zone: string): string {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(instant)
  const [hour, minute] = say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).split(':').map(Number) as [
    number,
    number,
  ]
  const clock = `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`
  const form = dayForm(instant, now, zone)
  if (form === 'today') return clock
  if (form === 'tomorrow') return `${clock} tomorrow`
  const weekday = say({ weekday: 'long' })
  return form === 'weekday'
    ? `${clock} on ${weekday}`
    : `${clock} on ${weekday} ${say({ day: 'numeric', month: 'long' })}`
}

/** The reply's own id, made from the message that it answers: sending that again can make no second one. */
export function automaticReplyId(messageId: string): string {
  const hash = createHash('sha256').update(`automatic reply to ${messageId}`).digest('hex')
  return `${messageId.slice(0, 13)}-8${hash.slice(0, 3)}-a${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}
