import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const daysAgo = (days: number) => new Date(world.clock.now().getTime() - days * 86_400_000)

test('technical rows are kept ninety days, wrong tries one', async () => {
  const account = world.cast.people.kofi.accountId
  for (const days of [89, 91]) {
    await world.sql(
      `insert into session (id, account_id, app, hat, token_hash, created_at, last_used_at, ends_at, ended_at, idle_seconds)
       values (gen_random_uuid(), $1, 'people', 'patient', sha256($2::text::bytea), $3, $3, $3, $3, 60)`,
      [account, `${days}`, daysAgo(days)],
    )
    await world.sql(
      `insert into one_time_code (id, purpose, bound_to, asked_at, tries_left) values (gen_random_uuid(), 'reset', 'x', $1, 5)`,
      [daysAgo(days)],
    )
    await world.sql(`insert into sign_up (id, email, created_at) values (gen_random_uuid(), 'x@post.example', $1)`, [
      daysAgo(days),
    ])
    await world.sql(
      `insert into mail (id, to_address, subject, body, effect_key, created_at, not_before, sent_at)
       values (gen_random_uuid(), 'x@post.example', '', '', $1, $2, $2, $2)`,
      [`${days}`, daysAgo(days)],
    )
    await world.sql(`insert into attempt (key, at) values ('x', $1)`, [daysAgo(days - 89.5)])
  }
  await world.app.jobs.run('session.prune')
  for (const table of ['session', 'one_time_code', 'sign_up', 'mail', 'attempt'])
    expect(await world.sql(`select count(*)::int as n from ${table}`), table).toEqual([{ n: 1 }])
})

test('a session that is still open, and a mail that was never sent, stay', async () => {
  const kofi = await world.as('kofi')
  await world.sql(`update session set created_at = $1`, [daysAgo(200)])
  await world.sql(
    `insert into mail (id, to_address, subject, body, effect_key, created_at, not_before)
     values (gen_random_uuid(), 'x@post.example', '', 'waits', 'x', $1, $1)`,
    [daysAgo(200)],
  )
  await world.app.jobs.run('session.prune')
  expect(await world.sql('select id from session')).toEqual([{ id: kofi.scope.sessionId }])
  expect(await world.sql('select body from mail')).toEqual([{ body: 'waits' }])
})
