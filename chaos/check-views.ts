import type { DeviceView, History, Truth } from './history.ts'

// What the devices hold in the end, and what reached those who were put out. Each answers its complaints.

/** What a device shows must be there: something delivered before its commit may have been rolled back. */
export function phantoms(history: History, truth: Truth): string[] {
  const there = new Set(truth.messages.map((one) => one.messageId))
  return history.views.flatMap((view) =>
    view.messages
      .filter((one) => !there.has(one.messageId))
      .map((one) => `I2 ${view.device} shows ${one.number}, which is not there`),
  )
}

export const goneBack = (history: History) =>
  history.headsBack.map(({ device, from, to }) => `I8 ${device} went back from ${from} to ${to}`)

const standing = (history: History) => history.views.filter((view) => !view.isRevoked)

/** Every device that still belongs holds everything from its first message on. */
export function missingFromViews(history: History, truth: Truth): string[] {
  const complaints: string[] = []
  for (const view of standing(history)) {
    const first = view.messages[0]?.number ?? 1
    const shown = new Set(view.messages.map((one) => one.messageId))
    const missing = truth.messages.filter(
      (one) => one.conversationId === view.conversationId && one.number >= first && !shown.has(one.messageId),
    )
    if (missing.length > 0)
      complaints.push(`P4 ${view.device} misses ${missing.length} messages, ${missing[0]?.number} first`)
    const numbers = view.messages.map((one) => one.number)
    if (numbers.some((number, place) => place > 0 && number <= (numbers[place - 1] as number)))
      complaints.push(`P3 ${view.device} shows messages out of order`)
  }
  return complaints
}

export function unequalViews(history: History): string[] {
  const complaints: string[] = []
  for (const views of Map.groupBy(standing(history), (view) => view.conversationId).values()) {
    const [one, ...others] = views as [DeviceView, ...DeviceView[]]
    for (const other of others) {
      if (other.rest !== one.rest)
        complaints.push(`I5 ${other.device} and ${one.device} differ: ${difference(one.rest, other.rest)}`)
    }
  }
  return complaints
}

/** After a restore a topic begins a new epoch, and whoever goes on in the old one shows what never was. */
export function pastEpochs(history: History, truth: Truth): string[] {
  return standing(history)
    .filter((view) => view.epoch !== truth.epochs.get(view.conversationId))
    .map((view) => `I8 ${view.device} is in an epoch that is over`)
}

function difference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return `${a.slice(Math.max(0, at - 20), at + 40)} / ${b.slice(Math.max(0, at - 20), at + 40)}`
}

export function staleBodies(history: History, truth: Truth): string[] {
  const bodies = new Map(truth.messages.map((one) => [one.messageId, one.body]))
  const complaints: string[] = []
  for (const view of standing(history)) {
    const stale = view.messages.filter((one) => bodies.has(one.messageId) && bodies.get(one.messageId) !== one.body)
    if (stale.length > 0) complaints.push(`I5 ${view.device} shows an old text of ${stale[0]?.number}`)
  }
  return complaints
}

export function wrongUnread(history: History, truth: Truth): string[] {
  const complaints: string[] = []
  for (const view of standing(history)) {
    if (view.unread === undefined || view.readThrough === undefined) continue
    const through = view.readThrough
    const counted = truth.messages.filter(
      (one) =>
        one.conversationId === view.conversationId &&
        one.number > through &&
        one.authorId !== view.accountId &&
        one.kind === 'message',
    ).length
    if (counted !== view.unread)
      complaints.push(`I9 ${view.device} is told ${view.unread} unread, a recount says ${counted}`)
  }
  return complaints
}

/** Of those who read on, the mark is where they said, or further. */
export function marksBack(history: History): string[] {
  const complaints: string[] = []
  for (const view of standing(history)) {
    const reads = history.reads.filter(
      (read) =>
        read.accountId === view.accountId &&
        read.conversationId === view.conversationId &&
        read.outcome === 'ok' &&
        read.epoch === view.epoch,
    )
    const furthest = Math.max(0, ...reads.map((read) => read.through))
    if (view.readThrough !== undefined && view.readThrough < furthest)
      complaints.push(`I9 ${view.device} had read to ${furthest}, and its mark is ${view.readThrough}`)
  }
  return complaints
}

/** The event of a removal is the first that does not reach the removed: neither it nor its line is for them. */
export function leaks(history: History, truth: Truth): string[] {
  const complaints: string[] = []
  for (const view of history.views.filter((one) => one.isRevoked)) {
    const removedAt = truth.removedAt.get(`${view.conversationId} ${view.accountId}`)
    const heard = view.heard.get(truth.epochs.get(view.conversationId) ?? '') ?? 0
    if (removedAt !== undefined && heard >= removedAt)
      complaints.push(`I10 ${view.device} was removed at ${removedAt} and was given ${heard}`)
  }
  return complaints
}
