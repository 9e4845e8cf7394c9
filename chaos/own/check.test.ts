import { describe, expect, test } from 'vitest'
import { isClean } from '../checker.ts'
import { checkOwn } from './check.ts'
import type { OwnAct, OwnHistory, OwnTruth, ReminderTruth } from './history.ts'

const personId = 'kofi'

const act = (n: number, change: Partial<OwnAct> = {}): OwnAct => ({
  changeId: `c${n}`,
  push: 'mood.log',
  personId,
  device: 'phone',
  order: n,
  words: `n${n}`,
  sets: [{ what: `mood m${n}`, to: `n${n}` }],
  invokedAt: n * 10,
  endedAt: n * 10 + 5,
  outcome: 'ok',
  ...change,
})

const edit = (n: number, saw: string, change: Partial<OwnAct> = {}): OwnAct =>
  act(n, { push: 'diary.edit', entryId: 'e1', saw, sets: [], ...change })

const history = (change: Partial<OwnHistory> = {}): OwnHistory => ({
  acts: [act(1), act(2)],
  reads: [],
  views: [{ device: 'phone', personId, state: 'all', refused: [] }],
  overheard: [],
  pushed: [],
  ...change,
})

const truth = (change: Partial<OwnTruth> = {}): OwnTruth => ({
  changes: new Set(['c1', 'c2']),
  words: ['n1', 'n2'],
  kept: new Set(['n1', 'n2']),
  entries: new Map(),
  settings: new Map([
    ['kofi mood m1', 'n1'],
    ['kofi mood m2', 'n2'],
  ]),
  steps: new Map(),
  states: new Map([[personId, 'all']]),
  reminders: [],
  ...change,
})

/** Nine in the morning, over the night in which British clocks went back. */
const reminder = (change: Partial<ReminderTruth> = {}): ReminderTruth => ({
  reminderId: 'r1',
  times: ['09:00'],
  zone: 'Europe/London',
  firedFrom: Date.parse('2026-10-23T12:00:00Z'),
  firedThrough: Date.parse('2026-10-25T09:00:00Z'),
  isBehind: false,
  isQuiet: false,
  notices: ['2026-10-24T08:00:00Z', '2026-10-25T09:00:00Z'].map((at, n) => ({
    noticeId: `o${n}`,
    at: Date.parse(at),
    state: n === 1 ? 'sent' : 'dropped',
    sentAt: n === 1 ? Date.parse(at) : undefined,
  })),
  ...change,
})

const setting = (push: string, to: string, n: number, change: Partial<OwnAct> = {}) =>
  act(n, { push, words: undefined as never, sets: [{ what: 'mood m1 removed', to }], ...change })
const marked = (to: string) =>
  truth({
    settings: new Map([['kofi mood m1 removed', to]]),
    changes: new Set(['c1', 'c2', 'c3']),
    words: [],
    kept: new Set(),
  })

const share = (push: string, n: number, change: Partial<OwnAct> = {}) =>
  act(n, {
    push,
    words: undefined as never,
    sets: [{ what: 'share mood', to: push === 'share.start' ? 'live' : 'stopped' }],
    ...change,
  })
const read = (invokedAt: number) => ({ onlooker: 'Sam', personId, words: ['n1'], invokedAt, endedAt: invokedAt + 5 })
const sharing = (acts: OwnAct[], invokedAt: number) =>
  [
    history({ acts: [act(1), ...acts], reads: [read(invokedAt)] }),
    truth({ changes: new Set(['c1', 'c3', 'c4']), settings: new Map() }),
  ] as const

describe('the checker of what people own', () => {
  test('has nothing to say of a run in which all went well', () => {
    expect(checkOwn(history(), truth({ reminders: [reminder()] }), [])).toEqual({
      lost: [],
      duplicated: [],
      disordered: [],
      diverged: [],
      leakedAfterRevoke: [],
    })
  })

  const broken: [string, string, OwnHistory, OwnTruth][] = [
    ['I1', 'an acknowledged act that is not there', history(), truth({ changes: new Set(['c1']) })],
    ['I1', 'words that are neither there nor kept', history(), truth({ kept: new Set(['n1']) })],
    ['I1', 'the same words twice', history(), truth({ words: ['n1', 'n2', 'n2'] })],
    ['I2', 'words that nobody said', history(), truth({ kept: new Set(['n1', 'n2', 'n3']) })],
    [
      'I3',
      'refused words that are there',
      history({ acts: [act(1), act(2, { outcome: 'fail', isDiscarded: true })] }),
      truth(),
    ],
    [
      'P1',
      'a mood that was refused',
      history({ acts: [act(1), act(2), act(3, { outcome: 'fail', code: 'wrong-state', isDiscarded: true })] }),
      truth(),
    ],
    [
      'P7',
      'a refused text that is on its device no more',
      history({ acts: [act(1), edit(2, 'n1', { outcome: 'fail', code: 'conflict' })] }),
      truth(),
    ],
    [
      'P7',
      'a text that took the place of one that its writer never saw',
      history({ acts: [act(1), edit(2, 'something else')] }),
      truth({ entries: new Map([['e1', ['n1', 'n2']]]) }),
    ],
    [
      'I7',
      'a mood that is there although its device removed it last',
      history({ acts: [setting('mood.restore', 'no', 1), setting('mood.remove', 'yes', 2)] }),
      marked('no'),
    ],
    [
      'I7',
      'a mood that is there although another device removed it after that was stored',
      history({
        acts: [setting('mood.restore', 'no', 2), setting('mood.remove', 'yes', 3, { device: 'tablet', order: 1 })],
      }),
      marked('no'),
    ],
    [
      'I7',
      'steps against the order of their device',
      history({ acts: [act(1, { push: 'step.add' }), act(2, { push: 'step.add' })] }),
      truth({ steps: new Map([['g1', ['n2', 'n1']]]) }),
    ],
    [
      'I5',
      'a device that differs from the server',
      history({ views: [{ device: 'phone', personId, state: 'less', refused: [] }] }),
      truth(),
    ],
    ['I10', 'a team that hears words', history({ overheard: [{ onlooker: 'Sam', words: 'n1' }] }), truth()],
    ['I10', 'a team that is shown what was never shared', ...sharing([], 50)],
    [
      'I10',
      'a team that is shown what is shared no more',
      ...sharing([share('share.start', 3), share('share.stop', 4)], 50),
    ],
    [
      'I13',
      'an occurrence that nothing tells of',
      history(),
      truth({ reminders: [reminder({ notices: reminder().notices.slice(1) })] }),
    ],
    [
      'I13',
      'an occurrence that came an hour later once more',
      history(),
      truth({
        reminders: [
          reminder({
            notices: [
              ...reminder().notices,
              { noticeId: 'o3', at: Date.parse('2026-10-24T09:00:00Z'), state: 'dropped', sentAt: undefined },
            ],
          }),
        ],
      }),
    ],
    [
      'I13',
      'a notice in quiet hours',
      history({ pushed: ['o1'] }),
      truth({ reminders: [reminder({ isQuiet: true })] }),
    ],
    [
      'I13',
      'a reminder that has not come as far as now',
      history(),
      truth({ reminders: [reminder({ isBehind: true })] }),
    ],
    [
      'I13',
      'a newest occurrence that nobody was told of',
      history(),
      truth({
        reminders: [reminder({ notices: reminder().notices.map((notice) => ({ ...notice, state: 'dropped' })) })],
      }),
    ],
  ]

  test.each(broken)('%s: notices %s', (invariant, _what, h, t) => {
    const complaints = Object.values(checkOwn(h, t, [])).flat()
    expect(
      complaints.some((one) => one.startsWith(`${invariant} `)),
      complaints.join('\n'),
    ).toBe(true)
  })

  test('what is shared may be read, and what was under way when it stopped', () => {
    for (const [h, t] of [
      sharing([share('share.start', 3)], 50),
      sharing([share('share.start', 3), share('share.stop', 4)], 40),
      sharing([share('share.start', 3), share('share.stop', 4, { outcome: 'unknown', endedAt: undefined })], 90),
      sharing([share('share.stop', 3), share('share.start', 4)], 50),
    ])
      expect(checkOwn(h, t, []).leakedAfterRevoke).toEqual([])
  })

  test('of two that set one thing at once either may stand', () => {
    const both = history({
      acts: [
        setting('mood.restore', 'no', 2, { endedAt: 60 }),
        setting('mood.remove', 'yes', 3, { device: 'tablet', endedAt: 50 }),
      ],
    })
    for (const now of ['yes', 'no']) expect(isClean(checkOwn(both, marked(now), []))).toBe(true)
  })

  test('a refused text that lies on its device, and one whose writer has seen to it, are not lost', () => {
    const refused = edit(2, 'n1', { outcome: 'fail', code: 'conflict' })
    const t = truth({ kept: new Set(['n1']), changes: new Set(['c1']), settings: new Map() })
    const views = [{ device: 'phone', personId, state: 'all', refused: ['c2'] }]
    expect(isClean(checkOwn(history({ acts: [act(1), refused], views }), t, []))).toBe(true)
    expect(isClean(checkOwn(history({ acts: [act(1), { ...refused, isDiscarded: true }] }), t, []))).toBe(true)
  })

  test('what a restore took is offered again: what was set then counts no more, and nothing is strange', () => {
    const restores = [{ from: 20, until: 30 }]
    const h = history({ acts: [setting('mood.restore', 'no', 1), setting('mood.remove', 'yes', 2)] })
    expect(isClean(checkOwn(h, marked('no'), restores))).toBe(true)
  })

  test('where a restore took what a writer saw, another text may stand under its number; nowhere else', () => {
    const restores = [{ from: 900, until: 910 }]
    const h = history({ acts: [act(1), edit(2, 'gone')] })
    const t = truth({ entries: new Map([['e1', ['n1', 'n2']]]) })
    expect(isClean(checkOwn(h, t, restores))).toBe(true)
    expect(isClean(checkOwn(h, t, []))).toBe(false)
    const seenBefore = truth({ entries: new Map([['e1', ['gone', 'n1', 'n2']]]) })
    expect(isClean(checkOwn(h, seenBefore, restores))).toBe(false)
  })
})
