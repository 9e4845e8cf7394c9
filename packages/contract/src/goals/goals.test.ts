import { describe, expect, it } from 'vitest'
import { goalsPart } from './own.ts'
import { GOALS_MAX, type Goals, STEPS_MAX } from './shapes.ts'
import { achievedGoals, daysTaken, goalsIn, ratingsOf, stepsOf } from './slice.ts'

const id = (number: number) => `019d85c8-0000-7000-8000-${String(number).padStart(12, '0')}`
const [goalId, otherId] = [id(1), id(2)]
const at = '2026-04-15T09:20:00.000Z'
const { foresee, empty } = goalsPart

type Push = keyof typeof foresee
/** Does some acts one after the other, as a device foresees them. */
function after(start: Goals, ...acts: [push: Push, input: object][]): Goals {
  return acts.reduce((goals, [push, input]) => {
    const act = foresee[push] as (goals: Goals, input: unknown, at: string) => Goals
    return act(goals, { goalId, changeId: id(999), personId: id(998), at, ...input }, at)
  }, start)
}
const adding = (number: number, more: object = {}): [Push, object] => [
  'goal.add',
  { goalId: id(number), words: `Goal ${number}`, type: 'other', ...more },
]
const step = (number: number, more: object = {}): [Push, object] => [
  'step.add',
  { stepId: id(100 + number), text: `Step ${number}`, ...more },
]
const one = after(empty, adding(1))
const goalOf = (goals: Goals) => goals.goals.find((goal) => goal.goalId === goalId)
const wordsOf = (goals: Goals) => stepsOf(goals, goalId).map((each) => each.text)

describe('a goal', () => {
  it('is active and private from the start, or kept for later', () => {
    expect(goalOf(one)).toEqual({
      goalId,
      words: 'Goal 1',
      type: 'other',
      visibility: 'private',
      important: false,
      origin: 'self',
      state: 'active',
      createdAt: at,
      activatedAt: at,
      isRated: false,
    })
    const later = after(empty, adding(1, { isDraft: true }))
    expect(goalOf(later)).toMatchObject({ state: 'draft' })
    expect(goalOf(later)?.activatedAt).toBeUndefined()
    expect(goalOf(after(later, ['goal.start', { at: '2026-04-16T09:00:00.000Z' }]))).toMatchObject({
      state: 'active',
      activatedAt: at,
    })
  })

  it.each([
    ['draft', ['start']],
    ['active', ['pause', 'achieve', 'letGo']],
    ['paused', ['resume']],
    ['achieved', ['reopen']],
    ['let_go', []],
  ] as const)('that is %s moves only by %j', (state, allowed) => {
    const from = { ...one, goals: one.goals.map((goal) => ({ ...goal, state })) }
    for (const verb of ['start', 'pause', 'resume', 'achieve', 'reopen', 'letGo'] as const) {
      const moved = after(from, [`goal.${verb}`, { achievedOn: '2026-04-15' }])
      const isMoved = goalOf(moved)?.state !== state
      expect({ verb, isMoved }).toEqual({ verb, isMoved: (allowed as readonly string[]).includes(verb) })
    }
  })

  it('opened again is not achieved on any day', () => {
    const achieved = after(one, ['goal.achieve', { achievedOn: '2026-04-20' }])
    expect(daysTaken(goalOf(achieved) as never)).toBe(6)
    const again = goalOf(after(achieved, ['goal.reopen', {}]))
    expect(again).toEqual(goalOf(one))
    expect(daysTaken(again as never)).toBeUndefined()
  })

  it('achieves a goal with no steps, and with open ones', () => {
    const achieved = after(one, step(1), ['goal.achieve', { achievedOn: '2026-04-20' }])
    expect(goalOf(achieved)).toMatchObject({ state: 'achieved', achievedOn: '2026-04-20' })
  })

  it('deleted is in no list until it is put back', () => {
    const gone = after(one, ['goal.delete', {}])
    expect(goalsIn(gone, 'active')).toEqual([])
    expect(goalOf(gone)).toMatchObject({ deletedAt: at })
    expect(after(gone, ['goal.restore', {}])).toEqual(one)
  })

  it('makes no more than there is room for', () => {
    const full = after(empty, ...Array.from({ length: GOALS_MAX }, (_, number) => adding(number + 1)))
    expect(after(full, adding(GOALS_MAX + 1))).toBe(full)
    const room = after(full, ['goal.delete', {}])
    expect(after(room, adding(GOALS_MAX + 1)).goals).toHaveLength(GOALS_MAX + 1)
  })
})

describe('words', () => {
  const edit = (input: object): [Push, object] => ['goal.change', input]

  it('that nobody else changed are changed, added and cleared', () => {
    const next = after(one, edit({ words: 'Walk', why: 'My knees', was: { words: 'Goal 1', why: null } }))
    expect(goalOf(next)).toMatchObject({ words: 'Walk', why: 'My knees' })
    expect(goalOf(after(next, edit({ why: null, was: { why: 'My knees' } })))).not.toHaveProperty('why')
  })

  it('that were changed elsewhere first are not changed, and nor is the rest of that edit', () => {
    const theirs = after(one, edit({ words: 'Swim', was: { words: 'Goal 1' } }))
    expect(after(theirs, edit({ words: 'Walk', notes: 'By the canal', was: { words: 'Goal 1' } }))).toBe(theirs)
  })

  it('of two edits that touch different things are both kept', () => {
    const theirs = after(one, edit({ notes: 'By the canal', was: {} }))
    const both = after(theirs, edit({ words: 'Walk', was: { words: 'Goal 1' } }))
    expect(goalOf(both)).toMatchObject({ words: 'Walk', notes: 'By the canal' })
  })

  it('that two devices changed to the same are no conflict', () => {
    const theirs = after(one, edit({ words: 'Walk', was: { words: 'Goal 1' } }))
    expect(after(theirs, edit({ words: 'Walk', why: 'Air', was: { words: 'Goal 1' } })).goals[0]).toMatchObject({
      words: 'Walk',
      why: 'Air',
    })
  })

  it('edited twice on one device, after another device changed them, are a conflict both times', () => {
    const theirs = after(one, edit({ words: 'Swim', was: { words: 'Goal 1' } }))
    const mine = [
      edit({ words: 'Walk', was: { words: 'Goal 1' } }),
      edit({ words: 'Walk more', was: { words: 'Walk' } }),
    ]
    expect(goalOf(after(theirs, ...mine))?.words).toBe('Swim')
    expect(goalOf(after(one, ...mine))?.words).toBe('Walk more')
  })

  it('of a step follow the same rule', () => {
    const written = after(one, step(1))
    const mine = ['step.change', { stepId: id(101), text: 'Ring', due: '2026-05-01', was: { text: 'Step 1' } }] as const
    expect(wordsOf(after(written, [...mine]))).toEqual(['Ring'])
    const theirs = after(written, ['step.change', { stepId: id(101), text: 'Write', was: { text: 'Step 1' } }])
    expect(after(theirs, [...mine])).toBe(theirs)
  })
})

describe('steps', () => {
  const three = after(one, step(1), step(2), step(3))

  it('stand in the person’s order, open ones first', () => {
    expect(wordsOf(three)).toEqual(['Step 1', 'Step 2', 'Step 3'])
    expect(wordsOf(after(three, ['step.tick', { stepId: id(101) }]))).toEqual(['Step 2', 'Step 3', 'Step 1'])
  })

  it('move before another, or last', () => {
    expect(wordsOf(after(three, ['step.move', { stepId: id(103), beforeStepId: id(101) }]))).toEqual([
      'Step 3',
      'Step 1',
      'Step 2',
    ])
    expect(wordsOf(after(three, ['step.move', { stepId: id(101) }]))).toEqual(['Step 2', 'Step 3', 'Step 1'])
    const moved = after(three, ['step.move', { stepId: id(102), beforeStepId: id(101) }])
    expect(after(moved, ['step.move', { stepId: id(102), beforeStepId: id(101) }])).toBe(moved)
  })

  it(`are ${STEPS_MAX} at most; one that was removed makes room, and comes back only to room`, () => {
    const full = after(one, ...Array.from({ length: STEPS_MAX }, (_, number) => step(number + 1)))
    expect(after(full, step(99))).toBe(full)
    const less = after(full, ['step.remove', { stepId: id(101) }])
    const again = after(less, step(99))
    expect(wordsOf(again)).toHaveLength(STEPS_MAX)
    expect(after(again, ['step.restore', { stepId: id(101) }])).toBe(again)
    expect(wordsOf(after(less, ['step.restore', { stepId: id(101) }]))).toEqual(wordsOf(full))
  })

  it('whose tick is taken back open an achieved goal again', () => {
    const done = after(three, ['step.tick', { stepId: id(101) }], ['goal.achieve', { achievedOn: '2026-04-20' }])
    const back = after(done, ['step.untick', { stepId: id(101) }])
    expect(goalOf(back)).toEqual(goalOf(three))
    expect(wordsOf(back)).toEqual(['Step 1', 'Step 2', 'Step 3'])
    const untouched = after(done, ['step.untick', { stepId: id(102) }])
    expect(untouched).toBe(done)
  })

  it('are of their own goal and of no other', () => {
    const two = after(three, adding(2))
    expect(after(two, ['step.tick', { goalId: otherId, stepId: id(101) }])).toBe(two)
    expect(after(two, ['step.add', { goalId: otherId, stepId: id(101), text: 'Step 1' }])).toBe(two)
  })
})

describe('lists', () => {
  it('show what is important first, then the newest', () => {
    const many = after(empty, adding(1), adding(2), adding(3), ['goal.star', { goalId, important: true }])
    expect(goalsIn(many, 'active').map((goal) => goal.words)).toEqual(['Goal 1', 'Goal 3', 'Goal 2'])
  })

  it('show what was achieved last first', () => {
    const many = after(
      empty,
      adding(1),
      adding(2),
      ['goal.achieve', { goalId, achievedOn: '2026-04-20' }],
      ['goal.achieve', { goalId: otherId, achievedOn: '2026-04-18' }],
    )
    expect(achievedGoals(many).map((goal) => goal.words)).toEqual(['Goal 1', 'Goal 2'])
    expect(goalsIn(many, 'active')).toEqual([])
  })
})

describe('ratings', () => {
  const rate = (goal: number, value: number, forDate = '2026-04-15'): [Push, object] => [
    'goal.rate',
    { goalId: id(goal), ratingId: id(200 + goal * 10 + value), value, forDate },
  ]

  it('are a series, one for each day, the last one said', () => {
    const rated = after(one, rate(1, 3, '2026-04-08'), rate(1, 4), rate(1, 6))
    expect(ratingsOf(rated, goalId).map(({ forDate, value }) => [forDate, value])).toEqual([
      ['2026-04-08', 3],
      ['2026-04-15', 6],
    ])
    expect(goalOf(rated)?.isRated).toBe(true)
  })

  it('are of three active goals at once', () => {
    const four = after(empty, adding(1), adding(2), adding(3), adding(4), rate(1, 1), rate(2, 2), rate(3, 3))
    expect(after(four, rate(4, 4))).toBe(four)
    expect(after(four, ['goal.stopRating', {}], rate(4, 4)).ratings).toHaveLength(4)
    const paused = after(four, ['goal.pause', {}], rate(4, 4))
    expect(paused.ratings).toHaveLength(4)
    expect(goalOf(after(paused, ['goal.resume', {}]))?.isRated).toBe(false)
    expect(goalOf(after(four, ['goal.pause', {}], ['goal.resume', {}]))?.isRated).toBe(true)
  })
})

describe('a suggestion', () => {
  const offered = {
    ...empty,
    suggestedSteps: [],
    suggestions: [
      {
        suggestionId: id(7),
        words: 'Try the walking group',
        type: 'physical_health' as const,
        serviceId: id(8),
        serviceName: 'Health Coaching',
        byName: 'Priya Shah',
        suggestedAt: at,
      },
    ],
  }
  const accept: [Push, object] = ['suggestion.accept', { suggestionId: id(7) }]

  it('becomes one goal of the person’s own, however often they say yes', () => {
    const mine = after(offered, accept)
    expect(mine.suggestions).toEqual([])
    expect(mine.goals).toMatchObject([{ goalId: id(7), origin: 'suggested', state: 'active', visibility: 'private' }])
    expect(after(mine, accept)).toBe(mine)
    expect(after(mine, ['suggestion.decline', { suggestionId: id(7) }])).toBe(mine)
  })

  it('that is not wanted is gone', () => {
    expect(after(offered, ['suggestion.decline', { suggestionId: id(7) }])).toEqual(empty)
  })
})

describe('every act', () => {
  it('done again is done once', () => {
    const start = after(one, step(1), step(2))
    const acts: [Push, object][] = [
      adding(2),
      ['goal.change', { words: 'Walk', was: { words: 'Goal 1' } }],
      ['goal.star', { important: true }],
      ['goal.pause', {}],
      ['goal.achieve', { achievedOn: '2026-04-20' }],
      ['goal.letGo', {}],
      ['goal.delete', {}],
      ['goal.rate', { ratingId: id(300), value: 4, forDate: '2026-04-15' }],
      step(3),
      ['step.tick', { stepId: id(101) }],
      ['step.move', { stepId: id(101) }],
      ['step.remove', { stepId: id(101) }],
    ]
    for (const act of acts) expect(after(start, act, act), act[0]).toEqual(after(start, act))
  })
})
