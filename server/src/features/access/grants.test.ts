import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Ctx } from '../../platform/feature.ts'
import {
  endMask,
  endRestriction,
  linkCarer,
  restoreCarer,
  setMask,
  setRestriction,
  suspendCarer,
  unlinkCarer,
} from './commands.ts'
import { refreshGrants } from './grants.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const act = (work: (ctx: Ctx) => Promise<void>) => world.app.runner.act('access', work)
const grantsOf = async (name: 'sam' | 'nia' | 'raj' | 'kofi' | 'gary', person: 'kofi' | 'meera' = 'kofi') =>
  (
    await world.sql('select category from authz_grant where account_id = $1 and person_id = $2 order by 1', [
      world.cast.people[name].accountId,
      world.cast.people[person].personId,
    ])
  ).map((row) => row.category)
const teams = ['carer_team', 'person_team', 'team', 'team_note']

test('grants are what teams, links and accounts say, and making them again changes nothing', async () => {
  expect(await grantsOf('sam')).toEqual(teams)
  expect(await grantsOf('kofi')).toEqual(['own', 'person_team'])
  expect(await grantsOf('raj', 'meera')).toEqual(['carer_team'])
  expect(await grantsOf('gary')).toEqual([])
  await act((ctx) => refreshGrants(ctx))
  const before = await world.sql('select *, xmin from authz_grant order by 1, 2, 3')
  await act((ctx) => refreshGrants(ctx))
  expect(await world.sql('select *, xmin from authz_grant order by 1, 2, 3')).toEqual(before)
})

test('a bar takes them away in its own transaction, and its end gives them back', async () => {
  const restrictionId = randomUUID()
  const personId = world.cast.people.kofi.personId as string
  const accountId = world.cast.people.sam.accountId
  await act((ctx) =>
    setRestriction(ctx, { restrictionId, personId, kind: 'bar_actor', accountId, reason: 'ex-partner' }),
  )
  expect([await grantsOf('sam'), await grantsOf('nia')]).toEqual([[], teams])
  await act((ctx) => endRestriction(ctx, restrictionId))
  await act((ctx) => endRestriction(ctx, restrictionId))
  expect(await grantsOf('sam')).toEqual(teams)
})

test('a mask for a service keeps out everybody who works there', async () => {
  const maskId = randomUUID()
  const mask = { maskId, personId: world.cast.people.kofi.personId as string, serviceId: world.cast.services.wellbeing }
  await act((ctx) => setMask(ctx, mask))
  expect([await grantsOf('sam'), await grantsOf('nia')]).toEqual([[], []])
  await act((ctx) => endMask(ctx, maskId))
  expect(await grantsOf('sam')).toEqual(teams)
})

test('a worker who becomes somebody’s carer loses the record and gains their own thread', async () => {
  const carerLinkId = randomUUID()
  const link = {
    carerLinkId,
    carerAccountId: world.cast.people.sam.accountId,
    personId: world.cast.people.kofi.personId as string,
    relationship: 'friend',
    basis: 'listening' as const,
    serviceIds: [world.cast.services.wellbeing],
  }
  await act((ctx) => linkCarer(ctx, link))
  expect(await grantsOf('sam')).toEqual(['carer_team'])
  await act((ctx) => suspendCarer(ctx, carerLinkId))
  expect(await grantsOf('sam')).toEqual(['carer_team'])
  await act((ctx) => restoreCarer(ctx, carerLinkId))
  await act((ctx) => unlinkCarer(ctx, carerLinkId))
  await act((ctx) => unlinkCarer(ctx, carerLinkId))
  expect(await grantsOf('sam')).toEqual(teams)
})

test('nothing of it holds when the transaction does not', async () => {
  const attempt = act(async (ctx) => {
    await setMask(ctx, {
      maskId: randomUUID(),
      personId: world.cast.people.kofi.personId as string,
      accountId: world.cast.people.sam.accountId,
    })
    throw new Error('changed its mind')
  })
  await expect(attempt).rejects.toThrow('changed its mind')
  expect(await grantsOf('sam')).toEqual(teams)
})

test('whoever joins a service that a person is kept from leaves that person’s conversations in every team', async () => {
  const { people, services } = world.cast
  const personId = people.kofi.personId as string
  await act((ctx) =>
    setRestriction(ctx, {
      restrictionId: randomUUID(),
      personId,
      kind: 'bar_service',
      serviceId: services.coaching,
      reason: 'x',
    }),
  )
  const members = () =>
    world.sql('select from conversation_member where account_id = $1 and person_id = $2 and last_number is null', [
      people.sam.accountId,
      personId,
    ])
  expect(await members()).not.toEqual([])
  const member = { teamMemberId: randomUUID(), staffId: people.sam.staffId as string, accountId: people.sam.accountId }
  await act(async (ctx) => {
    await ctx.tx.query(
      `insert into team_member (id, staff_id, service_id, role, from_at) values ($1, $2, $3, 'member', $4)`,
      [member.teamMemberId, member.staffId, services.coaching, ctx.now],
    )
    await ctx.announce('team.joined', { ...member, serviceId: services.coaching })
  })
  expect([await grantsOf('sam'), await members()]).toEqual([[], []])
})

test('a worker who becomes somebody’s carer leaves the team’s side of their conversations', async () => {
  const { people, services } = world.cast
  await act((ctx) =>
    linkCarer(ctx, {
      carerLinkId: randomUUID(),
      carerAccountId: people.sam.accountId,
      personId: people.meera.personId as string,
      relationship: 'friend',
      basis: 'listening',
      serviceIds: [services.wellbeing],
    }),
  )
  const members = await world.sql(
    'select hat from conversation_member where account_id = $1 and person_id = $2 and last_number is null',
    [people.sam.accountId, people.meera.personId],
  )
  expect(members).toEqual([{ hat: 'carer' }])
})
