import { randomUUID } from 'node:crypto'
import { sayWhy } from '@weft/contract/access/operations.ts'
import { endEnrolment, markStaffLeft, resumeEnrolment } from '@weft/contract/organisations/operations.ts'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import fc from 'fast-check'
import {
  endMask,
  endRestriction,
  restoreCarer,
  setMask,
  setRestriction,
  suspendCarer,
  unlinkCarer,
} from '../../src/features/access/commands.ts'
import { endMembership } from '../../src/features/organisations/change-team.ts'
import type { Ctx } from '../../src/platform/feature.ts'
import type { World as Live } from '../world.ts'
import { scopeOf } from './facts.ts'
import { link, type Populated } from './live.ts'
import { ask, type World } from './oracle.ts'
import { scopeOfPerson, shareScopes } from './things.ts'

/** One random change of a living world: which, and four dice for whom. */
export const moves = fc.record({
  name: fc.constantFrom(
    'suspend',
    'restore',
    'unlink',
    'link',
    'bar actor',
    'bar service',
    'end bar',
    'mask',
    'end mask',
    'leave team',
    'join team',
    'end enrolment',
    'end enrolment',
    'end today',
    'resume',
    'grace ends',
    'grace ends',
    'grace ends and nobody noticed',
    'staff leaves',
    'share',
    'share',
    'share everything',
    'stop sharing',
    'stop sharing',
    'say why',
    'say why',
    'reason runs out',
  ),
  dice: fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999), fc.constantFrom(-1, 0, 1)),
})
type Move = typeof moves extends fc.Arbitrary<infer M> ? M : never

/** Makes the move by the product's own commands, as whoever may; a move that has nobody to concern, or is refused, is none. */
export async function make(live: Live, populated: Populated, { name, dice: [a, b, c, off] }: Move): Promise<void> {
  const { app, sql } = live
  const world = await populated.read()
  const act = (work: (ctx: Ctx) => Promise<unknown>) => app.runner.act('access', async (ctx) => void (await work(ctx)))
  const pick = <T>(from: readonly T[], die: number) => from[die % Math.max(from.length, 1)]
  const person = pick(world.people, a) as World['people'][number]
  const account = pick(world.accounts, b) as World['accounts'][number]
  const service = pick(world.services, c) as World['services'][number]
  const carerLink = pick(world.links, a)
  /** Nobody is put into a team ahead of time in the product, so nothing there waits for it: here whoever begins meanwhile is told of. */
  const turnTo = async (to: number) => {
    const before = live.clock.now().getTime()
    live.clock.set(new Date(to))
    if (!world.memberships.some(({ from }) => before < from && from <= to)) return
    await act(async (ctx) => {
      for (const { id: personId } of world.people) await ctx.announce('access.changed', { personId })
    })
  }
  const newest = async (table: string) =>
    (
      await sql(`select id from ${table} where person_id = any ($1) and state = 'live' order by id`, [
        world.people.map(({ id }) => id),
      ])
    ).map((row) => row.id as string)

  switch (name) {
    case 'suspend':
      return carerLink ? act((ctx) => suspendCarer(ctx, carerLink.id)) : undefined
    case 'restore':
      return carerLink ? act((ctx) => restoreCarer(ctx, carerLink.id)) : undefined
    case 'unlink':
      return carerLink ? act((ctx) => unlinkCarer(ctx, carerLink.id)) : undefined
    case 'link':
      return link(app, {
        id: randomUUID(),
        accountId: account.id,
        personId: person.id,
        basis: 'listening',
        scopes: [],
        services: [service.id],
        state: 'active',
        isParent: false,
        grantedAt: live.clock.now().getTime(),
      })
    case 'bar actor':
      if (account.personId === person.id) return
      return act((ctx) =>
        setRestriction(ctx, {
          restrictionId: randomUUID(),
          personId: person.id,
          kind: 'bar_actor',
          accountId: account.id,
          reason: 'x',
        }),
      )
    case 'bar service':
      return act((ctx) =>
        setRestriction(ctx, {
          restrictionId: randomUUID(),
          personId: person.id,
          kind: 'bar_service',
          serviceId: service.id,
          reason: 'x',
        }),
      )
    case 'end bar': {
      const id = pick(await newest('restriction'), a)
      return id ? act((ctx) => endRestriction(ctx, id)) : undefined
    }
    case 'mask':
      return act((ctx) =>
        setMask(ctx, {
          maskId: randomUUID(),
          personId: person.id,
          ...(off > 0 ? { accountId: account.id } : { serviceId: service.id }),
        }),
      )
    case 'end mask': {
      const id = pick(await newest('mask'), a)
      return id ? act((ctx) => endMask(ctx, id)) : undefined
    }
    case 'leave team': {
      const members = await sql(
        `select t.id, t.staff_id, t.service_id, s.account_id from team_member t join staff s on s.id = t.staff_id
         where s.account_id = any ($1) and (t.to_at is null or t.to_at > $2) order by t.id`,
        [world.accounts.map(({ id }) => id), live.clock.now()],
      )
      const member = pick(members, a)
      return member ? act((ctx) => endMembership(ctx, member)) : undefined
    }
    case 'join team': {
      const worker = pick(
        world.accounts.filter((one) => one.staff),
        b,
      ) as World['accounts'][number]
      return act(async (ctx) => {
        const id = randomUUID()
        const { rowCount } = await ctx.tx.query(
          `insert into team_member (id, staff_id, service_id, role, from_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [id, worker.id, service.id, off > 0 ? 'coordinator' : 'member', ctx.now],
        )
        if (rowCount)
          await ctx.announce('team.joined', {
            teamMemberId: id,
            staffId: worker.id,
            accountId: worker.id,
            serviceId: service.id,
          })
      })
    }
    case 'end enrolment':
    case 'end today':
    case 'resume': {
      const [row] = await sql(
        `select id from enrolment where person_id = $1 and state in ('active', 'ending') order by id offset $2 % 2 limit 1`,
        [person.id, c],
      )
      if (!row) return
      const operation = name === 'resume' ? resumeEnrolment : endEnrolment
      const input = {
        enrolmentId: row.id,
        ...(name !== 'resume' && { reason: 'finished', today: name === 'end today' }),
      }
      // A person leaves with a fresh proof that it is them.
      await sql('update session set proved_at = $1', [live.clock.now()])
      for (const session of world.sessions)
        await app.runner.run(operation, scopeOf(world, session.id), input).catch(() => {})
      return
    }
    case 'grace ends':
    case 'grace ends and nobody noticed': {
      const ends = world.enrolments.flatMap((one) => (one.state === 'ending' && one.endsAt ? [one.endsAt] : []))
      const end = pick(ends, a)
      if (end === undefined || end + off < live.clock.now().getTime()) return
      await turnTo(end + off)
      if (name === 'grace ends') await app.jobs.run('enrolment.finish')
      return
    }
    case 'share':
    case 'share everything':
    case 'stop sharing': {
      const live = pick(
        world.shares.filter((one) => one.state === 'granted'),
        b,
      )
      const which = name === 'stop sharing' && live ? live : { personId: person.id, serviceId: service.id }
      const owner = world.accounts.find((one) => one.personId === which.personId)
      const session = world.sessions.find((one) => one.accountId === owner?.id && one.hat === 'patient')
      if (!session) return
      const choice = {
        personId: which.personId,
        serviceId: which.serviceId,
        scope: 'scope' in which ? which.scope : scopeOfPerson(pick(shareScopes, b) as string, which.personId),
        changeId: randomUUID(),
      }
      const opened = await keptBy(sql, choice)
      const made =
        name === 'stop sharing'
          ? app.runner.run(stopSharing, scopeOf(world, session.id), choice)
          : app.runner.run(startSharing, scopeOf(world, session.id), {
              ...choice,
              shareId: randomUUID(),
              from: name === 'share' ? 'now' : 'everything',
            })
      await made.catch(() => {})
      if (name !== 'stop sharing' && (await opened()) > 0)
        throw new Error(`${choice.scope} opened what was kept as Only me`)
      return
    }
    case 'say why': {
      const input = { personId: person.id, serviceId: service.id, reason: 'complaint' }
      for (const session of world.sessions) {
        const thing = { ...input, recordClass: 'service', kind: 'enrolment' }
        const { code } = ask(world, session.id, 'read', thing, live.clock.now().getTime())
        const mayRead = code === 'reason_needed' || code === 'ended_coordinator'
        const wasTaken = await app.runner
          .run(sayWhy, scopeOf(world, session.id), { ...input, reasonId: randomUUID() })
          .then(
            () => true,
            () => false,
          )
        if (wasTaken !== mayRead)
          throw new Error(`a reason was ${wasTaken ? 'taken' : 'refused'} where the page says ${code}`)
      }
      return
    }
    case 'reason runs out': {
      const until = pick(world.reasons, a)?.until
      if (until !== undefined && until + off >= live.clock.now().getTime()) await turnTo(until + off)
      return
    }
    case 'staff leaves': {
      const admin = world.sessions.find(
        (one) => one.hat === 'platform_admin' && !world.accounts.find(({ id }) => id === one.accountId)?.staff,
      )
      const worker = pick(
        world.accounts.filter((one) => one.staff),
        b,
      )
      if (admin && worker)
        await app.runner.run(markStaffLeft, scopeOf(world, admin.id), { staffId: worker.id }).catch(() => {})
    }
  }
}

/** Things that each say for themselves who can see them: to begin sharing their kind opens none (domain.md 3.4). Answers how many it did. */
async function keptBy(sql: Live['sql'], { personId, scope }: { personId: string; scope: string }) {
  if (scope !== 'coping' && !scope.startsWith('goals:')) return async () => 0
  const ask = `select id from ${scope === 'coping' ? 'coping_strategy' : 'goal'} where person_id = $1 and visibility = `
  const kept = (await sql(`${ask} 'private'`, [personId])).map(({ id }) => id)
  return async () => (await sql(`${ask} 'shared' and id = any ($2)`, [personId, kept])).length
}
