import * as z from 'zod/mini'
import { Id, Instant } from '../scalars.ts'

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const pattern = new RegExp(
  `^(sleep|mood|ratings|coping|safety_plan|about_me|goals:[a-z_]{1,40}|(goal|problem|diary):${id})$`,
)

/**
 * What a sharing choice covers (domain.md 3.4): one thing (`goal:{id}`, `problem:{id}`, `diary:{id}`) or a kind (`sleep`, `mood`,
 * `ratings`, `coping`, `safety_plan`, `about_me`, `goals:{type}`). Of a kind it covers only what is not kept private.
 */
export const ShareScope = z.string().check(z.regex(pattern, { error: 'nothing that can be shared' }))
export type ShareScope = z.infer<typeof ShareScope>

/** What an item is called where access and the log speak of it; the first word of its scope, in the singular. */
export const sharedKinds = [
  'goal',
  'rating',
  'sleep',
  'problem',
  'mood',
  'diary',
  'coping',
  'safety_plan',
  'about_me',
] as const
export type SharedKind = (typeof sharedKinds)[number]

const plurals: Record<string, SharedKind> = { goals: 'goal', ratings: 'rating' }

export function kindOfScope(scope: ShareScope): SharedKind {
  const [head = ''] = scope.split(':')
  return plurals[head] ?? (head as SharedKind)
}

/**
 * `now`: what is made from then on. `everything`: what there is already as well; of goals and coping ideas, which each say who can see them,
 * what of it is shared.
 */
export const ShareFrom = z.enum(['now', 'everything'])
export type ShareFrom = z.infer<typeof ShareFrom>

/** Whether it covers many things, some of them yet to be made. */
export const isKindScope = (scope: ShareScope): boolean => /^(sleep|mood|ratings|coping|goals:.+)$/.test(scope)

/** One thing is shared whole, as it is and will be; only of a kind can what was there before stay apart. */
export const windowOf = (scope: ShareScope, from: ShareFrom): ShareFrom => (isKindScope(scope) ? from : 'everything')

/** One live choice, as its maker sees it. */
export const Share = z.object({
  shareId: Id,
  serviceId: Id,
  scope: ShareScope,
  from: ShareFrom,
  startedAt: Instant,
  /** When the person last said that it should go on. */
  checkedAt: z.optional(Instant),
})
export type Share = z.infer<typeof Share>

const CHECK_DAYS = 365

/** Once a year each choice is asked about again. Nothing ends by itself: whoever does not answer shares as before. */
export const isDueForCheck = ({ startedAt, checkedAt = startedAt }: Share, nowMs: number): boolean =>
  nowMs - Date.parse(checkedAt) >= CHECK_DAYS * 86_400_000

/** What a team may ask to see: kinds alone, so that asking is never a guess at one thing of somebody's. */
export const askableScopes = ['sleep', 'mood', 'coping', 'safety_plan', 'about_me'] as const
export const AskScope = z.enum(askableScopes)

/** So long an ask waits for an answer. */
export const ASK_WAITS_DAYS = 30
/**
 * So long after asking a team may ask for the same again: the days of waiting and the 30 after a no, whatever the answer was and whether there
 * was one, so that the wait says nothing (ADR 24).
 */
export const ASK_AGAIN_DAYS = 60

/** A service's team asks to see something. Nothing is shared unless the person says yes. */
export const ShareAsk = z.object({
  askId: Id,
  serviceId: Id,
  scope: AskScope,
  byName: z.string(),
  byRole: z.optional(z.string()),
  askedAt: Instant,
})
export type ShareAsk = z.infer<typeof ShareAsk>

/** The same for the team: the same words for a no, for no answer, and for one that is still to come. */
export const TeamAsk = z.object({ askId: Id, scope: AskScope, byName: z.string(), askedAt: Instant, againAt: Instant })
export type TeamAsk = z.infer<typeof TeamAsk>

/** A service that one is with now, and so could share with. */
export const SharingService = z.object({
  serviceId: Id,
  /** In plain words. */
  name: z.string(),
  /** To stop a share by, when the device cannot; empty where the service has none. */
  phone: z.string(),
  /** The person asked to leave it: nothing is shared with it any more. */
  isLeaving: z.boolean(),
  /** To leave it by. */
  enrolmentId: Id,
  /** Once leaving has begun: when it is over. Until then whoever asked for it may take it back. */
  leavesAt: z.optional(Instant),
  /** Whether the person, not the service, asked to part. */
  isOwnWish: z.boolean(),
  /** The year until which it would keep its own notes, were it left today. */
  keepsUntil: z.number(),
})
export type SharingService = z.infer<typeof SharingService>

/** What the team of one service is shown of the sharing itself; holds nothing of what is shared. */
export const SharedScope = z.object({
  scope: ShareScope,
  from: ShareFrom,
  startedAt: Instant,
  /** Grows with each change of what is shared under it: read that again. */
  revision: z.number(),
})
export type SharedScope = z.infer<typeof SharedScope>
