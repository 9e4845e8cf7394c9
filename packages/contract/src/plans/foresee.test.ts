import { expect, test } from 'vitest'
import { plansPart } from './own.ts'
import type { Plans } from './slice.ts'
import { copingInOrder } from './slice.ts'

const ids = { personId: '019d0000-0000-7000-8000-000000000001', changeId: '019d0000-0000-7000-8000-000000000002' }
const id = (last: number) => `019d0000-0000-7000-8000-00000000010${last}`
const { foresee, empty } = plansPart

/** Each push in turn, at one minute after the other. */
function after(acts: readonly [push: keyof typeof foresee, input: object][], start: Plans = empty): Plans {
  return acts.reduce(
    (plans, [push, input], minute) =>
      foresee[push](plans, { ...ids, ...input } as never, `2026-04-15T09:0${minute}:00.000Z`),
    start,
  )
}

test('what is on its way and already there shows once, whatever it is', () => {
  const acts: [keyof typeof foresee, object][] = [
    ['coping.add', { copingId: id(1), words: 'A walk' }],
    ['coping.tap', { copingId: id(1), tapId: id(7), kind: 'used' }],
    ['coping.pin', { copingId: id(1), isPinned: true }],
    ['coping.change', { copingId: id(1), words: 'A long walk', baseVersion: 1 }],
    ['safetyPlan.save', { parts: { people: [{ text: 'Ama', phone: '07700 900123' }] }, baseVersion: 0 }],
    ['aboutMe.save', { texts: { hobbies: 'Fishing', hard: null }, baseVersion: 0 }],
  ]
  const once = after(acts)
  expect(once.coping).toMatchObject([{ words: 'A long walk', usedCount: 1, version: 2, pinnedAt: expect.any(String) }])
  expect(once.aboutMe?.texts).toEqual({ hobbies: { text: 'Fishing', changedIn: 1 } })
  for (const act of acts.slice(1)) expect(after([act], once)).toEqual(once)
})

test('two edits made one after the other with no signal both show; one from before another device’s is left to be asked about', () => {
  const saved = after([
    ['safetyPlan.save', { parts: { signs: [{ text: 'One' }] }, baseVersion: 0 }],
    ['safetyPlan.save', { parts: { signs: [{ text: 'Two' }] }, baseVersion: 1 }],
  ])
  expect(saved.safetyPlan?.parts.signs).toEqual({ items: [{ text: 'Two' }], changedIn: 2 })
  const stale = after([['safetyPlan.save', { parts: { signs: [{ text: 'Three' }] }, baseVersion: 1 }]], saved)
  expect(stale).toEqual(saved)
})

test('a plan saved after it was deleted begins anew', () => {
  const plans = after([
    ['safetyPlan.save', { parts: { signs: [{ text: 'One' }], reasons: [{ text: 'My sister' }] }, baseVersion: 0 }],
    ['safetyPlan.delete', {}],
    ['safetyPlan.save', { parts: { signs: [{ text: 'Two' }] }, baseVersion: 1 }],
  ])
  expect(plans.safetyPlan).toMatchObject({
    version: 2,
    parts: { signs: { items: [{ text: 'Two' }] }, reasons: { items: [] } },
  })
  expect(plans.safetyPlan?.deletedAt).toBeUndefined()
})

test('pinned ideas stand first, the longest pinned before the other; then the newest', () => {
  const plans = after([
    ...[1, 2, 3, 4].map((n): [keyof typeof foresee, object] => ['coping.add', { copingId: id(n), words: `Idea ${n}` }]),
    ['coping.pin', { copingId: id(3), isPinned: true }],
    ['coping.pin', { copingId: id(1), isPinned: true }],
    ['coping.pin', { copingId: id(2), isPinned: true }],
  ])
  expect(copingInOrder(plans.coping).map(({ words }) => words)).toEqual(['Idea 1', 'Idea 2', 'Idea 4', 'Idea 3'])
})
