import type { Calendar } from './calendar.ts'
import { say, special, type Voice } from './phrases.ts'
import type { Random } from './random.ts'
import { believableMinute, clockTime, shareOut } from './timeline.ts'

/** A thread that will be written in: who writes on either side, and from when to when. Days may be fractions of none. */
export interface Thread {
  key: string
  kind: 'person' | 'carer'
  fromDay: number
  toDay: number
  /** Keys of staff who answer. */
  team: string[]
  /** Minutes of open time in which this service means to answer. */
  targetMinutes: number
  /** The instant `minutes` of open time after another. */
  later(from: Date, minutes: number): Date
}

export interface PlannedMessage {
  thread: string
  /** `own` is the person or carer; otherwise a key of staff. */
  by: 'own' | string
  at: Date
  body: string
  note?: true
  keepFromPerson?: true
}

export interface Wanted {
  inbound: number
  replies: number
}

const endDay = 27
const medianWords = 19
const words = (random: Random) => Math.min(120, Math.max(3, Math.round(random.logNormal(medianWords, 0.7))))

interface Episode {
  thread: Thread
  messages: PlannedMessage[]
  replyAt: Date
}

/** Plans exactly so many messages in and so many answers over some threads, in time order. */
export function planMessages(
  random: Random,
  calendar: Calendar,
  threads: readonly Thread[],
  wanted: Wanted,
): PlannedMessage[] {
  const kind = threads[0]?.kind ?? 'person'
  const own: Voice = kind === 'person' ? 'person' : 'carer'
  const end = calendar.at(endDay, '21:00')
  const shares = shareOut(random, wanted.inbound, threads.length)
  const episodes = threads.flatMap((thread, place) =>
    episodesOf(random, calendar, thread, shares[place] as number, own),
  )
  const answered = episodes.filter(
    (episode) => episode.replyAt < end && episode !== lastOf(episodes, 0) && episode !== lastOf(episodes, 1),
  )
  const counts = answered.map(() => 1)
  for (let given = counts.length; given < wanted.replies; given += 1) {
    const place = random.whole(0, counts.length - 1)
    counts[place] = (counts[place] as number) + 1
  }
  for (let over = counts.length - wanted.replies; over > 0; ) {
    const place = random.whole(0, counts.length - 1)
    if (counts[place] === 0) continue
    counts[place] = 0
    over -= 1
  }
  const replies = answered.flatMap((episode, place) => repliesOf(random, episode, counts[place] as number))
  return [...episodes.flatMap((episode) => episode.messages), ...replies].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
}

/** The last episode of the n-th thread: left open, so that the inbox shows work. */
function lastOf(episodes: Episode[], n: number): Episode | undefined {
  const key = [...new Set(episodes.map((episode) => episode.thread.key))][n]
  return episodes.filter((episode) => episode.thread.key === key).at(-1)
}

function episodesOf(random: Random, calendar: Calendar, thread: Thread, count: number, voice: Voice): Episode[] {
  const sizes: number[] = []
  for (let left = count; left > 0; left -= sizes.at(-1) as number) sizes.push(left > 1 && random.next() < 0.3 ? 2 : 1)
  const starts = sizes
    .map(() => {
      const minute = believableMinute(random)
      const day = random.whole(thread.fromDay, Math.max(thread.fromDay, thread.toDay - (minute >= 1440 ? 1 : 0)))
      return calendar.at(day + Math.floor(minute / 1440), clockTime(minute))
    })
    .sort((a, b) => a.getTime() - b.getTime())
  return sizes.map((size, place) => {
    const start = starts[place] as Date
    const messages = Array.from({ length: size }, (_, n) => ({
      thread: thread.key,
      by: 'own' as const,
      at: new Date(start.getTime() + n * random.whole(2, 25) * 60_000),
      body: say(random, voice, words(random)),
    }))
    return { thread, messages, replyAt: thread.later(start, replyMinutes(random, thread.targetMinutes)) }
  })
}

/** Median 3.4 working hours; one in sixteen over the service's own target. */
function replyMinutes(random: Random, target: number): number {
  if (random.next() < 0.06) return random.whole(target + 15, target + 300)
  const minutes = random.logNormal(204, 0.9)
  return Math.max(6, Math.round(minutes < target ? minutes : random.whole(60, target - 10)))
}

function repliesOf(random: Random, { thread, messages, replyAt }: Episode, count: number): PlannedMessage[] {
  const by = random.pick(thread.team)
  const after = Math.max(replyAt.getTime(), (messages.at(-1) as PlannedMessage).at.getTime() + 60_000)
  const voice: Voice = thread.kind === 'person' ? 'staff' : 'staffToCarer'
  return Array.from({ length: count }, (_, n) => ({
    thread: thread.key,
    by,
    at: new Date(after + n * 240_000),
    body: say(random, voice, words(random)),
  }))
}

/** Staff notes beside the threads, in working hours. */
export function planNotes(
  random: Random,
  calendar: Calendar,
  threads: readonly Thread[],
  count: number,
): PlannedMessage[] {
  const workdays = Array.from({ length: endDay }, (_, day) => day).filter((day) => day % 7 < 5 && day !== 21)
  return Array.from({ length: count }, () => {
    const thread = random.pick(threads)
    const day = random.pick(workdays.filter((one) => one >= thread.fromDay && one <= thread.toDay))
    return {
      thread: thread.key,
      by: random.pick(thread.team),
      at: calendar.at(day, clockTime(random.whole(9 * 60, 17 * 60 - 1))),
      body: say(random, 'note', random.whole(5, 24)),
      note: true as const,
    }
  }).sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Gives some messages the words that a demo must hold, without changing how many there are. */
export function placeBeats(
  random: Random,
  calendar: Calendar,
  planned: PlannedMessage[],
  kofi: string,
  raj: string,
): void {
  const mine = (thread: string, by = 'own') =>
    planned.filter((message) => message.thread === thread && message.by === by && !message.note)
  const nearest = (thread: string, at: Date) =>
    mine(thread).reduce((best, message) =>
      Math.abs(message.at.getTime() - at.getTime()) < Math.abs(best.at.getTime() - at.getTime()) ? message : best,
    )
  const late = nearest(kofi, calendar.at(9, '23:50'))
  late.at = calendar.at(9, '23:50')
  late.body = 'Bad night again. I am dying for sleep, I just lie there.'
  const kept = nearest(raj, calendar.at(12, '20:10'))
  kept.keepFromPerson = true
  kept.body = 'Please keep this between us: Meera has been hiding her tablets in the drawer, I counted them.'
  const plain = planned.filter(
    (message) =>
      message.by === 'own' &&
      message !== late &&
      message !== kept &&
      !message.keepFromPerson &&
      message.thread.startsWith('person'),
  )
  for (const [n, body] of special(random).entries()) {
    const message = plain[Math.floor(((n + 1) * plain.length) / 8)]
    if (message) message.body = body
  }
  planned.sort((a, b) => a.at.getTime() - b.at.getTime())
}
