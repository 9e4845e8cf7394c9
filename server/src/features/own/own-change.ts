import { createHash } from 'node:crypto'
import type { StoredEvent } from '@weft/channels/define'
import type { Operation, InputOf as OperationInput } from '@weft/contract/operation.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import type { OwnEvents } from '@weft/contract/own/parts.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, type Handler, handle, type OutputOf } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'

type Change = { personId: string; changeId: string; onTopOf?: string }

/**
 * A command of the own feed: asks `own.write`, does each act once, and answers nothing. `run` is given the person as they are known
 * now, publishes what came of it with `publishOwn`, and throws `conflict` when its words were changed elsewhere first.
 */
export function handleOwn<Op extends Operation>(
  operation: Op,
  run: (ctx: Ctx<AccountScope>, input: OperationInput<Op>, personId: string) => Promise<void>,
): Handler<Op> {
  return handle(operation, async (ctx, input) => {
    const { personId } = await ctx.require<{ personId: string }>(operation.permission, input as Record<string, unknown>)
    if (await isFirst(ctx, operation, input as Change, personId)) {
      await needOnTopOf(ctx, input as Change)
      await run(ctx, input, personId)
    }
    return {} as never
  })
}

/** Words that were written on others of the same device stand only where those do. */
async function needOnTopOf(ctx: Ctx, { onTopOf }: Change): Promise<void> {
  if (!onTopOf) return
  const { rowCount } = await ctx.tx.query('select from own_change where change_id = $1', [onTopOf])
  if (rowCount === 0) throw new ProblemError('conflict')
}

/** Tells the owner's devices. */
export function publishOwn<Name extends keyof OwnEvents & string>(
  ctx: Ctx,
  personId: string,
  event: Name,
  data: OutputOf<OwnEvents[Name]>,
): Promise<StoredEvent> {
  return ctx.publish(ownChannel, { personId }, event, data as never, { subjectId: personId })
}

/** Whether this act is new. A second copy waits for the first to commit; the same id for another act, or of another person, is refused. */
async function isFirst(ctx: Ctx, operation: Operation, input: Change, personId: string): Promise<boolean> {
  const { scope, tx, now } = ctx
  if (scope.kind !== 'account') throw new Refused('not_active')
  const digest = createHash('sha256').update(JSON.stringify(input)).digest()
  const { rowCount } = await tx.query(
    `insert into own_change (change_id, person_id, operation, digest, at, created_by, created_hat)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (change_id) do nothing`,
    [input.changeId, personId, operation.name, digest, now, scope.accountId, scope.hat],
    'own-change',
  )
  if (rowCount === 1) return true
  const { rows } = await tx.query('select operation, digest from own_change where change_id = $1', [input.changeId])
  if (!rows[0]) throw new ProblemError('id-taken')
  if (rows[0].operation !== operation.name || !digest.equals(rows[0].digest))
    throw new ProblemError('same-id-other-words')
  return false
}
