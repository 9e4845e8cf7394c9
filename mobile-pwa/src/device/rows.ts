import type { Shelf } from './shelf.ts'
import type { Sealed, Vault } from './vault.ts'

/**
 * What is kept for one account. `outbox` and `draft` are the person's own words not yet sent: they stay, sealed, when the rest
 * is wiped, until the same account signs in here again.
 */
export type RowKind = 'session' | 'snapshot' | 'outbox' | 'draft'

/** Values of one account under a kind and an id, each sealed before it touches the device. */
export interface Rows {
  readonly accountId: string
  get<T>(kind: RowKind, id: string): Promise<T | undefined>
  list<T>(kind: RowKind): Promise<[id: string, value: T][]>
  put(kind: RowKind, id: string, value: unknown): Promise<void>
  remove(kind: RowKind, id: string): Promise<void>
  /** All or nothing; `undefined` removes. */
  change(kind: RowKind, writes: readonly (readonly [id: string, value: unknown])[]): Promise<void>
  /** Nobody is signed in any more: from now on only the person's own unsent words are still kept. */
  shut(): void
}

/** What the person wrote and nobody else has. */
export const isOwnWords = (kind: RowKind): boolean => kind === 'outbox' || kind === 'draft'

const rowsOf = (accountId: string) => `rows/${accountId}/`
const kindOf = (accountId: string, kind: RowKind) => `${rowsOf(accountId)}${kind}/`

/** How often each account's synced copies were wiped from this page. What was opened before a wipe writes no more of them behind it. */
const wipes = new Map<string, number>()
const wipesOf = (accountId: string) => wipes.get(accountId) ?? 0
const noteWipe = (accountId: string) => void wipes.set(accountId, wipesOf(accountId) + 1)

export function createRows(shelf: Shelf, vault: Vault): Rows {
  const { accountId } = vault
  const since = wipesOf(accountId)
  const placeOf = (kind: RowKind, id: string) => kindOf(accountId, kind) + id

  const change: Rows['change'] = async (kind, writes) => {
    const sealed = await Promise.all(
      writes.map(async ([id, value]): Promise<[string, Sealed | undefined]> => {
        const place = placeOf(kind, id)
        return [place, value === undefined ? undefined : await vault.seal(place, value)]
      }),
    )
    if (isOwnWords(kind) || wipesOf(accountId) === since) await shelf.change(sealed)
  }

  return {
    accountId,
    change,
    shut: () => noteWipe(accountId),
    put: (kind, id, value) => change(kind, [[id, value]]),
    remove: (kind, id) => change(kind, [[id, undefined]]),
    async get<T>(kind: RowKind, id: string) {
      const place = placeOf(kind, id)
      const sealed = await shelf.get<Sealed>(place)
      return sealed && vault.open<T>(place, sealed)
    },
    async list<T>(kind: RowKind) {
      const prefix = kindOf(accountId, kind)
      const found = await shelf.list<Sealed>(prefix)
      const opened = await Promise.all(found.map(([place, sealed]) => vault.open<T>(place, sealed)))
      return found.flatMap(([place], at): [string, T][] => {
        const value = opened[at]
        return value === undefined ? [] : [[place.slice(prefix.length), value]]
      })
    },
  }
}

/** Removes what came from the server; unsent words and drafts stay sealed. */
export async function wipeSynced(shelf: Shelf, accountId: string): Promise<void> {
  noteWipe(accountId)
  await shelf.clear(kindOf(accountId, 'session'))
  await shelf.clear(kindOf(accountId, 'snapshot'))
}

/** Removes what came from the server for every account but this one. */
export async function wipeSyncedBut(shelf: Shelf, accountId: string | undefined): Promise<void> {
  const others = new Set((await shelf.list('rows/')).map(([place]) => place.split('/')[1] as string))
  if (accountId) others.delete(accountId)
  for (const other of others) await wipeSynced(shelf, other)
}

/** Removes what nobody can open any more. */
export const dropUnopenable = (shelf: Shelf, accountId: string): Promise<void> => shelf.clear(rowsOf(accountId))
