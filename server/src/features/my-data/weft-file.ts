import { createHash } from 'node:crypto'
import { WeftFile } from '@weft/contract/my-data/file.ts'
import type { Ctx, Feature } from '../../platform/feature.ts'

/** Everything of one person that can be brought back, each noun's part in its place. */
export async function takeFile(ctx: Ctx, personId: string, features: readonly Feature[]): Promise<WeftFile> {
  const parts: Record<string, unknown> = {}
  for (const { portable } of features)
    if (portable) Object.assign(parts, await ctx.tx.asSystem('access', () => portable.take(ctx, personId)))
  return inFileOrder({ format: 'weft', version: 1, ...parts } as WeftFile)
}

const keys = Object.keys(WeftFile.shape) as (keyof WeftFile)[]

/**
 * Keys as the contract names them; lists of things with an id by what they say, so that the same things are in the same order whatever
 * their ids are. Dates come first in each thing, so that is by date as well.
 */
export function inFileOrder(file: WeftFile): WeftFile {
  const ordered = keys.flatMap((key) => {
    const value = file[key]
    if (value === undefined) return []
    return [[key, Array.isArray(value) && hasIds(value) ? [...value].sort(bySaid) : value]]
  })
  return Object.fromEntries(ordered)
}

type Named = { id: string }
const hasIds = (list: readonly unknown[]): list is Named[] =>
  list.every((one) => typeof one === 'object' && one !== null && 'id' in one)

function bySaid(a: Named, b: Named): number {
  const [first, second] = [said(a), said(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

const said = ({ id: _, ...rest }: Named) => JSON.stringify(rest)

export const toBytes = (file: WeftFile): string => `${JSON.stringify(file, null, 1)}\n`

/**
 * The ids that things of a file have in one person's account: always the same, so that a file that is brought twice adds nothing, and
 * different from anybody else's. They keep the time that an id tells, by which lists are ordered.
 */
export const idsOf = (personId: string) => ({
  of(id: string, within = ''): string {
    const digest = createHash('sha256').update(`${personId} ${id} ${within}`).digest('hex')
    const variant = '89ab'[Number.parseInt(digest[3] as string, 16) % 4]
    return `${id.slice(0, 13)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(8, 20)}`
  },
})
