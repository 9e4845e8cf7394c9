import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { factOf, scopeOf } from '../../../test/access/facts.ts'
import { ask, clauses } from '../../../test/access/oracle.ts'
import { newTally, seed } from '../../../test/access/tally.ts'
import { type Setting, settings } from '../../../test/access/worlds.ts'
import { decide } from './decide.ts'

const tally = newTally('decide')
afterAll(() => tally.write())

const actions = ['read', 'write', 'manage'] as const

function compare({ world, now, things }: Setting): unknown[] {
  const differences: unknown[] = []
  tally.worlds += 1
  for (const session of world.sessions) {
    const scope = scopeOf(world, session.id)
    for (const thing of things) {
      const fact = factOf(world, session.id, thing, now)
      for (const action of actions) {
        const page = ask(world, session.id, action, thing, now)
        const ours = decide(fact, scope, action, new Date(now))
        if (!tally.note(page, { yes: ours.isAllowed, code: ours.reason }))
          differences.push({ session, thing, action, page, ours, fact })
      }
    }
  }
  return differences
}

test('the decision answers as the page does, reason and all, for everybody, about everything', () => {
  for (const setting of fc.sample(settings, { numRuns: 120, seed })) expect(compare(setting)[0]).toBeUndefined()
}, 120_000)

test('each reason to refuse is met', () => {
  expect(tally.reasonsMissed()).toEqual([])
})

test('each clause of the page is alone responsible for some refusals', () => {
  const unmet = new Set(clauses)
  for (const { world, now, things } of fc.sample(settings, { numRuns: 400, seed })) {
    if (unmet.size === 0) break
    for (const session of world.sessions) {
      for (const [place, thing] of things.entries()) {
        const action = actions[place % 3] as (typeof actions)[number]
        if (ask(world, session.id, action, thing, now).yes) continue
        for (const clause of unmet) if (ask(world, session.id, action, thing, now, clause).yes) unmet.delete(clause)
      }
    }
  }
  expect([...unmet]).toEqual([])
})
