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
export const ShareScope = z.string().check(z.regex(pattern))
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

/** `now`: what is made from then on. `everything`: what there is already as well. */
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
})
export type Share = z.infer<typeof Share>

/** A service that one is with now, and so could share with. */
export const SharingService = z.object({
  serviceId: Id,
  /** In plain words. */
  name: z.string(),
  /** To stop a share by, when the device cannot; empty where the service has none. */
  phone: z.string(),
  /** The person asked to leave it: nothing is shared with it any more. */
  isLeaving: z.boolean(),
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
