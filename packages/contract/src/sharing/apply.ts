import { upsert } from '../own/part.ts'
import { type Share, type ShareAsk, type SharedScope, type SharingService, windowOf } from './shapes.ts'

/** What a person shares, with whom they could, and who asks them to. `shares` by service, then scope; `services` by name; `asks` by id. */
interface Sharing {
  shares: Share[]
  services: SharingService[]
  asks: ShareAsk[]
}

const keyOf = ({ serviceId, scope }: { serviceId: string; scope: string }) => `${serviceId} ${scope}`
/** By code unit, as every device and the server order it alike. */
const byKey = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const orderShares = (a: Share, b: Share) => byKey(keyOf(a), keyOf(b))
export const orderServices = (a: SharingService, b: SharingService) =>
  byKey(a.name, b.name) || byKey(a.serviceId, b.serviceId)
export const orderScopes = (a: SharedScope, b: SharedScope) => byKey(a.scope, b.scope)

export const withShare = (slice: Sharing, share: Share): Sharing => ({
  ...slice,
  shares: upsert(slice.shares, share, keyOf, orderShares),
})

export const withoutShare = (slice: Sharing, gone: { serviceId: string; scope: string }): Sharing => ({
  ...slice,
  shares: slice.shares.filter((share) => keyOf(share) !== keyOf(gone)),
})

/** The choice as the server will have it: what is shared as widely already stays as it is. */
export function foreseeShare(
  slice: Sharing,
  { shareId, serviceId, scope, from }: Omit<Share, 'startedAt'>,
  at: string,
): Sharing {
  const live = slice.shares.find((share) => keyOf(share) === keyOf({ serviceId, scope }))
  if (live && (live.from === 'everything' || from === 'now')) return slice
  return withShare(slice, { shareId, serviceId, scope, from: windowOf(scope, from), startedAt: at })
}

export const withAsk = (slice: Sharing, ask: ShareAsk): Sharing => ({
  ...slice,
  asks: upsert(
    slice.asks,
    ask,
    ({ askId }) => askId,
    (a, b) => byKey(a.askId, b.askId),
  ),
})

export const withoutAsk = (slice: Sharing, { askId }: { askId: string }): Sharing => ({
  ...slice,
  asks: slice.asks.filter((ask) => ask.askId !== askId),
})

/** The ask is answered; with a yes the choice is as `share.start` would have it. */
export function foreseeAnswer(
  slice: Sharing,
  { askId, shareId, isYes, from }: { askId: string; shareId: string; isYes: boolean; from: Share['from'] },
  at: string,
): Sharing {
  const ask = slice.asks.find((one) => one.askId === askId)
  if (!ask) return slice
  const { serviceId, scope } = ask
  const answered = withoutAsk(slice, ask)
  return isYes ? foreseeShare(answered, { shareId, serviceId, scope, from }, at) : answered
}

export const foreseeKept = (slice: Sharing, kept: { serviceId: string; scope: string }, at: string): Sharing => {
  const share = slice.shares.find((one) => keyOf(one) === keyOf(kept))
  return share ? withShare(slice, { ...share, checkedAt: at }) : slice
}

interface Shared {
  scopes: SharedScope[]
}

export const applyShared = {
  'share.started': ({ scopes }: Shared, row: SharedScope): Shared => ({
    scopes: upsert(scopes, row, ({ scope }) => scope, orderScopes),
  }),
  'share.stopped': ({ scopes }: Shared, gone: { scope: string }): Shared => ({
    scopes: scopes.filter(({ scope }) => scope !== gone.scope),
  }),
  'shared.changed': ({ scopes }: Shared, { scope, revision }: { scope: string; revision: number }): Shared => ({
    scopes: scopes.map((one) => (one.scope === scope ? { ...one, revision } : one)),
  }),
  /** Says the same, anew: a state that is another one is read again. */
  'questions.changed': (state: Shared): Shared => ({ ...state }),
  'access.changed': (state: Shared) => state,
}
