import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import type { OwnState } from '@weft/contract/own/parts.ts'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { type Feature, handle } from '../../platform/feature.ts'
import { change, loadChoices, portable } from './choices.ts'
import { permissions } from './policy.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

/** The feed of everything a person owns. Each of `features` brings its slice (`own`); this one asks them all, in one transaction. */
export function ownFeature(features: readonly Feature[]): Feature {
  const get = handle(getOwn, async (ctx, input) => {
    const { personId } = await ctx.require<{ personId: string }>('own.read', input)
    const state: Record<string, unknown> = { ...nothingOwned, choices: await loadChoices(ctx, personId) }
    for (const { own } of features) if (own) Object.assign(state, await own(ctx, personId))
    return state as OwnState
  })
  return {
    name: 'own',
    tables: ['own_change', 'own_choices'],
    permissions,
    operations: [get, change],
    channels: [ownChannel],
    subject,
    portable,
  }
}
