import { randomUUID } from 'node:crypto'
import { addGoal, changeGoal } from '@weft/contract/goals/operations.ts'
import { listSharedGoals } from '@weft/contract/goals/team.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import { addCoping, changeCoping, getSharedPlan } from '@weft/contract/plans/operations.ts'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let personId: string
type Service = 'a' | 'b'
let serviceIds: Record<Service, string>
let readers: Record<Service, Actor>
beforeAll(async () => {
  world = await makeWorld({ operationLimits: {} })
  const { wellbeing, coaching } = world.cast.services
  kofi = await world.as('kofi')
  personId = kofi.scope.personId as string
  serviceIds = { a: wellbeing, b: coaching }
  readers = { a: await world.as('sam'), b: await world.as('priya', 'practitioner') }
  await world.sql(
    `insert into enrolment (id, person_id, service_id, contract_id, state, controller_id, legal_basis, retention_class)
     select $1, $2, $3, id, 'active', controller_id, 'a', 'adult_care' from contract where service_id = $3`,
    [randomUUID(), personId, coaching],
  )
})
afterAll(() => world.close())

const act = (more: object = {}) => ({ personId, changeId: randomUUID(), ...more })
const at = () => world.clock.now().toISOString()
const mine = () => kofi.call(getOwn, { personId })
const start = async (by: Service, scope: string, from: 'now' | 'everything', again?: string) => {
  const shareId = randomUUID()
  await kofi.call(startSharing, act({ shareId, serviceId: serviceIds[by], scope, from, ...(again && { again }) }))
  return shareId
}
const stop = (by: Service, scope: string) => kofi.call(stopSharing, act({ serviceId: serviceIds[by], scope }))

interface Kind {
  scope: string
  add(words: string, visibility?: 'shared'): Promise<string>
  /** The person’s own choice for this one, beside what its kind is. */
  keep(id: string, words: string): Promise<unknown>
  seen(by: Service): Promise<string[]>
}
const kinds: Kind[] = [
  {
    scope: 'goals:money',
    async add(words, visibility) {
      const goalId = randomUUID()
      await kofi.call(addGoal, act({ goalId, words, type: 'money', at: at(), visibility }))
      return goalId
    },
    async keep(id) {
      await start('a', `goal:${id}`, 'everything')
      await stop('a', `goal:${id}`)
    },
    async seen(by) {
      const { goals } = await readers[by].call(listSharedGoals, { personId, serviceId: serviceIds[by] })
      return goals.map(({ words }) => words)
    },
  },
  {
    scope: 'coping',
    async add(words, visibility) {
      const copingId = randomUUID()
      await kofi.call(addCoping, act({ copingId, words, visibility }))
      return copingId
    },
    keep: (copingId, words) => kofi.call(changeCoping, act({ copingId, words, visibility: 'private', baseVersion: 1 })),
    async seen(by) {
      const { coping } = await readers[by].call(getSharedPlan, { personId, serviceId: serviceIds[by] })
      return coping.map(({ words }) => words)
    },
  },
]

const deeds = [
  'now a',
  'everything a',
  'stop a',
  'undo a',
  'now b',
  'everything b',
  'stop b',
  'undo b',
  'write one to share',
  'keep the newest',
] as const
type Deed = (typeof deeds)[number]

/** One walk in which each deed comes right after each, itself as well. */
function everyPair(): Deed[] {
  const left = new Map(deeds.map((deed) => [deed, [...deeds]]))
  const trail: Deed[] = [deeds[0]]
  const walk: Deed[] = []
  while (trail.length > 0) {
    const next = left.get(trail.at(-1) as Deed)?.pop()
    if (next) trail.push(next)
    else walk.unshift(trail.pop() as Deed)
  }
  return walk
}

/** Stops of two services that are undone in another order than they were made. */
const crossed: Deed[] = (
  'everything a, now b, write one to share, write one to share, stop a, stop b, undo a, undo b, keep the newest, stop b, ' +
  'write one to share, stop a, undo b, undo a, stop a, write one to share, stop b, undo a, ' +
  'everything a, write one to share, stop a, now a, write one to share, undo a, ' +
  'everything b, stop a, keep the newest, undo a'
).split(', ') as Deed[]

/** What domain.md 3.4 and P22 say, and nothing of the product. */
function asThePageSays() {
  const items: { words: string; madeAt: number; isShared: boolean; isKept: boolean }[] = []
  const live = new Map<string, number>()
  const stopped = new Map<string, { from: number; seen: Set<string> }>()
  const seenBy = (by: string) => {
    const from = live.get(by)
    return items.filter(({ isShared, madeAt }) => isShared && from !== undefined && madeAt >= from)
  }
  return {
    items,
    fromOf: (by: string) => live.get(by),
    seen: (by: string) => seenBy(by).map(({ words }) => words),
    write: (words: string, madeAt: number, isShared: boolean) =>
      items.push({ words, madeAt, isShared: isShared && live.size > 0, isKept: false }),
    start(by: string, from: number) {
      if (!live.has(by) || from === 0) live.set(by, from)
    },
    stop(by: string) {
      const from = live.get(by)
      if (from === undefined) return
      stopped.set(by, { from, seen: new Set(this.seen(by)) })
      live.delete(by)
      if (live.size === 0) for (const one of items) one.isShared = false
    },
    undo(by: string) {
      const was = stopped.get(by)
      const from = live.get(by)
      if (!was || from === 0 || (from !== undefined && was.from !== 0)) return
      live.set(by, was.from)
      for (const one of items) if (was.seen.has(one.words) && !one.isKept) one.isShared = true
    },
  }
}

test.each(kinds)(
  '$scope: what is kept as Only me is never seen, and what is stopped comes back just as it was',
  async ({ scope, add, keep, seen }) => {
    const page = asThePageSays()
    const ids = new Map<string, string>()
    type Choice = { id: string; from: 'now' | 'everything' }
    const [choices, stopped] = [new Map<string, Choice>(), new Map<string, Choice>()]
    const begin = async (by: Service, from: 'now' | 'everything', again?: string) => {
      const before = page.fromOf(by)
      const id = await start(by, scope, from, again)
      if (again) page.undo(by)
      else page.start(by, from === 'now' ? world.clock.now().getTime() : 0)
      if (page.fromOf(by) !== before) choices.set(by, { id, from: page.fromOf(by) === 0 ? 'everything' : 'now' })
    }
    const write = async (words: string, visibility?: 'shared') => {
      page.write(words, world.clock.now().getTime(), visibility !== undefined)
      ids.set(words, await add(words, visibility))
    }
    await write('Only me, from before')
    for (const [place, deed] of [...everyPair(), ...crossed].entries()) {
      world.clock.advance({ seconds: 1 })
      const by = deed.endsWith('b') ? 'b' : 'a'
      if (deed === 'write one to share') {
        await write(`To share ${place}`, 'shared')
        await write(`Only me ${place}`)
      } else if (deed === 'keep the newest') {
        const one = page.items.findLast(({ isShared }) => isShared)
        if (one) {
          await keep(ids.get(one.words) as string, one.words)
          Object.assign(one, { isShared: false, isKept: true })
        }
      } else if (deed.startsWith('stop')) {
        if (page.fromOf(by) !== undefined) stopped.set(by, choices.get(by) as Choice)
        await stop(by, scope)
        page.stop(by)
      } else if (deed.startsWith('undo')) {
        const was = stopped.get(by)
        if (was) await begin(by, was.from, was.id)
      } else await begin(by, deed.startsWith('now') ? 'now' : 'everything')
      const shown = { a: (await seen('a')).sort(), b: (await seen('b')).sort() }
      expect({ place, deed, shown }).toEqual({
        place,
        deed,
        shown: { a: page.seen('a').sort(), b: page.seen('b').sort() },
      })
      expect(JSON.stringify(shown)).not.toContain('Only me')
    }
  },
  120_000,
)

test('a goal that nobody sees any more, for it is of another type now, is not opened with that type', async () => {
  const [{ add }] = kinds as [Kind]
  await start('a', 'goals:money', 'everything')
  const goalId = await add('Debts', 'shared')
  expect(await kinds[0]?.seen('a')).toContain('Debts')
  await kofi.call(changeGoal, act({ goalId, at: at(), type: 'work', was: { type: 'money' } }))
  expect((await mine()).goals.goals.find((one) => one.goalId === goalId)).toMatchObject({ visibility: 'private' })
  await start('a', 'goals:work', 'everything')
  expect(await kinds[0]?.seen('a')).not.toContain('Debts')
})
