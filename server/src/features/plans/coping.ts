import type { InputOf, Operation } from '@weft/contract/operation.ts'
import {
  addStrategy,
  type CopingAct,
  changeStrategy,
  pinStrategy,
  removeStrategy,
  restoreStrategy,
  tapStrategy,
  untapStrategy,
} from '@weft/contract/plans/coping-acts.ts'
import {
  addCoping,
  changeCoping,
  deleteCoping,
  pinCoping,
  restoreCoping,
  tapCoping,
  untapCoping,
} from '@weft/contract/plans/operations.ts'
import type { CopingStrategy } from '@weft/contract/plans/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Ctx } from '../../platform/feature.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { loadCoping, saveStrategy } from './coping-rows.ts'
import { isSharedNow, lockPlans, refuse } from './plan-rules.ts'

type AlsoSave<Op extends Operation> = (ctx: Ctx, input: InputOf<Op>, personId: string) => Promise<void>

/** A command on coping ideas, by the rule that the device went by as well. Publishes each row that it changed. */
const onCoping = <Op extends Operation>(operation: Op, act: CopingAct<InputOf<Op>>, alsoSave?: AlsoSave<Op>) =>
  handleOwn(operation, async (ctx, input, personId) => {
    await lockPlans(ctx, personId)
    const all = await loadCoping(ctx, personId)
    const changed = refuse(act(all, input, ctx.now.toISOString()))
    const changes = changed.map((after) => ({ before: all.find(({ copingId }) => copingId === after.copingId), after }))
    if (changes.length === 0) return
    const kept = await withoutSharing(ctx, personId, changes)
    for (const { before, after } of kept) await saveStrategy(ctx, personId, before, after)
    await alsoSave?.(ctx, input, personId)
    for (const { after } of kept) await publishOwn(ctx, personId, 'coping.changed', after)
    await ctx.announce('personal.changed', { personId, scope: 'coping', isShared: kept.some(isSeen) })
  })

/** Private where ideas are shared is a choice of its own, which outlasts that sharing. */
async function keepApart(
  ctx: Ctx,
  { copingId, visibility }: { copingId: string; visibility?: 'private' | 'shared' | undefined },
  personId: string,
): Promise<void> {
  if (!visibility) return
  const isKept = visibility === 'private' && (await isSharedNow(ctx, personId, 'coping'))
  await ctx.tx.query('update coping_strategy set is_kept = $2 where id = $1', [copingId, isKept])
}

interface Change {
  before: CopingStrategy | undefined
  after: CopingStrategy
}

/** What its writer took to be shared is private where ideas are shared with nobody any more. */
async function withoutSharing(ctx: Ctx, personId: string, changes: Change[]): Promise<Change[]> {
  const opens = ({ before, after }: Change) => after.visibility === 'shared' && before?.visibility !== 'shared'
  if (!changes.some(opens) || (await isSharedNow(ctx, personId, 'coping'))) return changes
  return changes.map((one) => (opens(one) ? { ...one, after: { ...one.after, visibility: 'private' } } : one))
}

/** Whether anybody else is shown that it changed: what stands in Get help now is the person's alone. */
function isSeen({ before, after }: Change): boolean {
  const shown = (one: CopingStrategy | undefined) =>
    one?.visibility === 'shared' ? JSON.stringify({ ...one, pinnedAt: undefined, visibility: undefined }) : undefined
  return shown(before) !== shown(after)
}

export const copingCommands = [
  onCoping(addCoping, addStrategy, (ctx, { copingId, visibility = 'private' }, personId) =>
    keepApart(ctx, { copingId, visibility }, personId),
  ),
  onCoping(changeCoping, changeStrategy, keepApart),
  onCoping(pinCoping, pinStrategy),
  onCoping(deleteCoping, removeStrategy),
  onCoping(restoreCoping, restoreStrategy),
  onCoping(tapCoping, tapStrategy, async (ctx, { tapId, copingId, kind }, personId) => {
    const { rowCount } = await ctx.tx.query(
      'insert into coping_tap (id, person_id, coping_id, kind, at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing',
      [tapId, personId, copingId, kind, ctx.now],
    )
    if (rowCount === 0) throw new ProblemError('id-taken')
  }),
  onCoping(untapCoping, untapStrategy, async (ctx, { tapId }) => {
    await ctx.tx.query('update coping_tap set undone_at = $2 where id = $1', [tapId, ctx.now])
  }),
]
