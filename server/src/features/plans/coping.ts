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

type Save = (ctx: Ctx, personId: string, rows: readonly CopingStrategy[]) => Promise<void>

/** A command on coping ideas, by the rule that the device went by as well; a new one is shared where ideas are. Publishes each row that it changed. */
const onCoping = <Op extends Operation>(operation: Op, act: CopingAct<InputOf<Op>>, alsoSave?: SaveOf<Op>) =>
  handleOwn(operation, async (ctx, input, personId) => {
    await lockPlans(ctx, personId)
    const all = await loadCoping(ctx, personId)
    const changed = refuse(act(all, input, ctx.now.toISOString()))
    if (changed.length === 0) return
    const isNew = (one: CopingStrategy) => !all.some(({ copingId }) => copingId === one.copingId)
    const startsShared = changed.some(isNew) && (await isSharedNow(ctx, personId, 'coping'))
    const rows = changed.map((one) => (startsShared && isNew(one) ? { ...one, visibility: 'shared' as const } : one))
    for (const one of rows) {
      const before = all.find(({ copingId }) => copingId === one.copingId)
      await saveStrategy(ctx, personId, before, one)
    }
    await alsoSave?.(ctx, input, personId)
    await publishRows(ctx, personId, rows)
  })

type SaveOf<Op extends Operation> = (ctx: Ctx, input: InputOf<Op>, personId: string) => Promise<void>

const publishRows: Save = async (ctx, personId, rows) => {
  for (const one of rows) await publishOwn(ctx, personId, 'coping.changed', one)
  const isShared = rows.some(({ visibility }) => visibility === 'shared')
  await ctx.announce('personal.changed', { personId, scope: 'coping', isShared })
}

export const copingCommands = [
  onCoping(addCoping, addStrategy),
  onCoping(changeCoping, changeStrategy),
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
