import {
  goneBack,
  leaks,
  marksBack,
  missingFromViews,
  pastEpochs,
  phantoms,
  staleBodies,
  unequalViews,
  wrongUnread,
} from './check-views.ts'
import type { History, Send, Truth } from './history.ts'
import { wasUndone as isUndone } from './own/undone.ts'

export interface Verdict {
  lost: string[]
  duplicated: string[]
  disordered: string[]
  diverged: string[]
  leakedAfterRevoke: string[]
}

/** Holds a history against the promises of quality.md 2. Each complaint begins with the invariant it breaks. Pure. */
export function check(history: History, truth: Truth): Verdict {
  return {
    lost: [
      ...lostSends(history, truth),
      ...refusedSends(history),
      ...lostEdits(history, truth),
      ...missingFromViews(history, truth),
      ...missingAudit(history, truth),
      ...missingNotices(history, truth),
    ],
    duplicated: [...duplicates(history, truth), ...inventions(history, truth), ...phantoms(history, truth)],
    disordered: [
      ...holes(truth),
      ...wrongNumbers(history, truth),
      ...realTime(history),
      ...composeOrder(history, truth),
      ...goneBack(history),
    ],
    diverged: [
      ...unequalViews(history),
      ...pastEpochs(history, truth),
      ...staleBodies(history, truth),
      ...wrongUnread(history, truth),
      ...marksBack(history),
    ],
    leakedAfterRevoke: leaks(history, truth),
  }
}

export const isClean = (verdict: Verdict): boolean =>
  Object.values(verdict).every((complaints) => complaints.length === 0)

/**
 * Whether the acknowledgement came in a time that a restore took back. Its writer offers such a thing again, so it is there all the same, but
 * under another number, and perhaps after what was written later.
 */
const wasUndone = (history: History, { endedAt }: { endedAt: number | undefined }): boolean =>
  isUndone(history.restores, { endedAt })

const revokedDevices = (history: History) =>
  new Set(history.views.filter((view) => view.isRevoked).map((view) => view.device))

function lostSends(history: History, truth: Truth): string[] {
  const there = new Set(truth.messages.map((one) => one.messageId))
  const revoked = revokedDevices(history)
  // Whoever was put out cannot offer again what a restore took.
  const mayBeGone = (send: Send) => revoked.has(send.device) && wasUndone(history, send)
  return history.sends
    .filter((send) => send.outcome === 'ok' && !there.has(send.messageId) && !mayBeGone(send))
    .map((send) => `I1 ${send.body} was acknowledged and is not there`)
}

/** Nothing that whoever still belongs wrote is refused: all of it was right. */
function refusedSends(history: History): string[] {
  const revoked = revokedDevices(history)
  return history.sends
    .filter((send) => send.outcome === 'fail' && !revoked.has(send.device))
    .map((send) => `P1 ${send.body} was refused`)
}

/** A text is the last edit that was acknowledged, or one that was tried after it. */
function lostEdits(history: History, truth: Truth): string[] {
  const bodies = new Map(truth.messages.map((one) => [one.messageId, one.body]))
  const complaints: string[] = []
  for (const [messageId, edits] of Map.groupBy(history.edits, (edit) => edit.messageId)) {
    const body = bodies.get(messageId)
    const last = edits.findLastIndex((edit) => edit.outcome === 'ok')
    if (body === undefined || last < 0 || edits.some((edit) => wasUndone(history, edit))) continue
    if (!edits.slice(last).some((edit) => edit.body === body))
      complaints.push(`I1 the edit ${edits[last]?.body} was acknowledged and is not there`)
  }
  return complaints
}

/** The same words twice: an id is unique in the table, so only another id for the same thing can double it. */
function duplicates(history: History, truth: Truth): string[] {
  const complaints: string[] = []
  const bodies = new Map(history.sends.map((send) => [send.body, send]))
  for (const [body, copies] of Map.groupBy(truth.messages, (one) => one.body)) {
    if (copies.length > 1 && bodies.has(body)) complaints.push(`I1 ${body} is there ${copies.length} times`)
  }
  for (const view of history.views) {
    const ids = view.messages.map((one) => one.messageId)
    if (new Set(ids).size < ids.length) complaints.push(`I4 ${view.device} shows a message twice`)
  }
  return complaints
}

function inventions(history: History, truth: Truth): string[] {
  const sends = new Map(history.sends.map((send) => [send.messageId, send]))
  // Whoever was put out may have been stored before, and refused when asking again: to them it is unknown.
  const revoked = revokedDevices(history)
  const complaints: string[] = []
  for (const one of truth.messages) {
    if (one.kind !== 'message') continue
    const send = sends.get(one.messageId)
    if (!send) complaints.push(`I2 ${one.body || one.messageId} is there and nobody sent it`)
    else if (send.outcome === 'fail' && !revoked.has(send.device))
      complaints.push(`I3 ${send.body} was refused and is there`)
  }
  return complaints
}

function holes(truth: Truth): string[] {
  const complaints: string[] = []
  for (const [conversation, numbers] of truth.numbers) {
    const isDense = numbers.every((number, place) => number === place + 1)
    if (!isDense) complaints.push(`I4 the numbers of ${conversation} have a hole or a double`)
  }
  return complaints
}

function wrongNumbers(history: History, truth: Truth): string[] {
  const numbers = new Map(truth.messages.map((one) => [one.messageId, one.number]))
  const isWrong = (send: Send) =>
    send.number !== undefined &&
    numbers.has(send.messageId) &&
    numbers.get(send.messageId) !== send.number &&
    !wasUndone(history, send)
  return history.sends
    .filter(isWrong)
    .map((send) => `I4 ${send.body} was acknowledged as ${send.number} and is ${numbers.get(send.messageId)}`)
}

/** What was sent after another's acknowledgement sorts after it, in one conversation. */
function realTime(history: History): string[] {
  const complaints: string[] = []
  const standing = history.sends.filter((send) => !wasUndone(history, send))
  for (const sends of Map.groupBy(standing, (send) => send.conversationId).values()) {
    const acknowledged = sends
      .filter((send) => send.number !== undefined && send.endedAt !== undefined)
      .sort((a, b) => (a.endedAt as number) - (b.endedAt as number))
    const later = sends.filter((send) => send.number !== undefined).sort((a, b) => a.invokedAt - b.invokedAt)
    let highest = 0
    let next = 0
    for (const send of later) {
      while (next < acknowledged.length && ((acknowledged[next] as Send).endedAt as number) < send.invokedAt) {
        highest = Math.max(highest, (acknowledged[next] as Send).number as number)
        next += 1
      }
      if ((send.number as number) < highest)
        complaints.push(`I6 ${send.body} is ${send.number}, and ${highest} was acknowledged before it was written`)
    }
  }
  return complaints
}

function composeOrder(history: History, truth: Truth): string[] {
  const numbers = new Map(truth.messages.map((one) => [one.messageId, one.number]))
  const complaints: string[] = []
  const standing = history.sends.filter((send) => !wasUndone(history, send))
  for (const sends of Map.groupBy(standing, (send) => `${send.device} ${send.conversationId}`).values()) {
    const there = sends.filter((send) => numbers.has(send.messageId)).sort((a, b) => a.order - b.order)
    for (const [place, send] of there.entries()) {
      const before = there[place - 1]
      if (before && (numbers.get(send.messageId) as number) < (numbers.get(before.messageId) as number)) {
        complaints.push(`I7 ${send.body} stands before ${before.body}, which its device wrote first`)
      }
    }
  }
  return complaints
}

/** Somebody to whom a message came after they last read has a notice of it, or is still to be told. */
function missingNotices(history: History, truth: Truth): string[] {
  const complaints: string[] = []
  for (const view of history.views) {
    const { conversationId, accountId, readThrough } = view
    const reads = history.reads.filter((read) => read.conversationId === conversationId && read.accountId === accountId)
    if (view.isStaff || readThrough === undefined || reads.some((read) => read.outcome === 'unknown')) continue
    const lastRead = Math.max(0, ...reads.map((read) => read.endedAt ?? 0))
    const news = history.sends.find(
      (send) =>
        send.conversationId === conversationId &&
        send.accountId !== accountId &&
        send.outcome === 'ok' &&
        send.invokedAt > lastRead &&
        !wasUndone(history, send),
    )
    const isTold = truth.notices.has(`${conversationId} ${accountId} after ${readThrough}`)
    if (news && !isTold && !truth.untold.has(conversationId))
      complaints.push(`I11 ${view.device} has no notice of ${news.body}, which came after they had read`)
  }
  return complaints
}

/** A row of the access log for each message that staff wrote. */
function missingAudit(history: History, truth: Truth): string[] {
  const complaints: string[] = []
  const there = new Set(truth.messages.map((one) => one.messageId))
  const written = history.sends.filter((send) => send.isStaff && there.has(send.messageId))
  for (const [key, sends] of Map.groupBy(written, (send) => `${send.conversationId} ${send.accountId}`)) {
    const rows = truth.writes.get(key) ?? 0
    if (rows < sends.length) complaints.push(`I12 ${key}: ${sends.length} messages and ${rows} rows in the access log`)
  }
  return complaints
}

/** All that there is to say of a run. */
export function together(...verdicts: readonly Verdict[]): Verdict {
  const all = (kind: keyof Verdict) => verdicts.flatMap((verdict) => verdict[kind])
  return {
    lost: all('lost'),
    duplicated: all('duplicated'),
    disordered: all('disordered'),
    diverged: all('diverged'),
    leakedAfterRevoke: all('leakedAfterRevoke'),
  }
}
