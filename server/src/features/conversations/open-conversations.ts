import type { Ctx } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'
import { alignMembers } from './align-members.ts'
import { changeState } from './change-state.ts'
import { loadHeads } from './load-heads.ts'
import { lockThreads } from './threads.ts'

/** Opens the conversation of a person with a service, and the team's notes beside it. Safe to repeat. */
export function openPersonTeam(ctx: Ctx, enrolmentId: string): Promise<void> {
  return open(ctx, 'person_team', `select e.*, null::uuid as carer_link_id from enrolment e where e.id = $1`, [
    enrolmentId,
  ])
}

/**
 * Opens a carer's own conversation with each service that the person is with, and the notes beside it; one that had closed opens again.
 * Safe to repeat.
 */
export async function openCarerTeam(ctx: Ctx, carerLinkId: string, serviceIds: readonly string[]): Promise<void> {
  await open(
    ctx,
    'carer_team',
    `select e.*, l.id as carer_link_id from carer_link l join enrolment e on e.person_id = l.person_id
     where l.id = $1 and e.service_id = any ($2) and e.state in ('active', 'ending')`,
    [carerLinkId, serviceIds],
  )
  await changeState(
    ctx,
    'open',
    `c.carer_link_id = $1 and c.service_id = any ($2) and exists (
      select from enrolment e where e.person_id = c.person_id and e.service_id = c.service_id and e.state in ('active', 'ending'))`,
    [carerLinkId, serviceIds],
  )
}

async function open(ctx: Ctx, kind: 'person_team' | 'carer_team', foundSql: string, values: unknown[]): Promise<void> {
  await ctx.tx.asSystem('access', async () => {
    const { rows: found } = await ctx.tx.query(foundSql, values)
    const made: string[] = []
    for (const enrolment of found) {
      const id = await insert(ctx, kind, enrolment)
      if (!id) continue
      made.push(id, (await insert(ctx, 'team_note', enrolment, id)) as string)
    }
    if (made.length === 0) return
    const threads = await lockThreads(ctx, made)
    // The first event of each topic: its head exists from now on, and can be locked.
    for (const { head } of (await loadHeads(ctx, made)).values()) {
      threads.add({ id: head.conversationId, person_id: head.personId }, 'head.changed', head)
    }
    await alignMembers(ctx, { conversationIds: made }, { threads })
    await threads.publish()
  })
}

/** Answers its id, or nothing when there is one already. Its note keeps the same enrolment or link, so that both end together. */
async function insert(
  ctx: Ctx,
  kind: 'person_team' | 'carer_team' | 'team_note',
  enrolment: Record<string, string | null>,
  noteOf?: string,
): Promise<string | undefined> {
  const account = ctx.scope.kind === 'account' ? ctx.scope : undefined
  const row = await ctx.tx.db
    .insertInto('conversation')
    .values({
      id: newId(ctx.now),
      person_id: enrolment.person_id as string,
      kind,
      service_id: enrolment.service_id as string,
      enrolment_id: enrolment.carer_link_id ? null : enrolment.id,
      carer_link_id: enrolment.carer_link_id,
      note_of: noteOf ?? null,
      last_at: ctx.now,
      controller_id: enrolment.controller_id as string,
      legal_basis: enrolment.legal_basis as string,
      retention_class: enrolment.retention_class as string,
      created_at: ctx.now,
      created_by: account?.accountId,
      created_hat: account?.hat,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
