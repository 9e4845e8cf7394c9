import { describe, expect, test } from 'vitest'
import { check, isClean } from './checker.ts'
import type { DeviceView, EditTry, History, Send, Truth } from './history.ts'

const room = 'c1'

const send = (n: number, change: Partial<Send> = {}): Send => ({
  messageId: `m${n}`,
  conversationId: room,
  device: 'phone',
  accountId: 'kofi',
  isStaff: false,
  body: `words ${n}`,
  order: n,
  invokedAt: n * 10,
  endedAt: n * 10 + 5,
  outcome: 'ok',
  number: n,
  ...change,
})

const view = (change: Partial<DeviceView> = {}): DeviceView => ({
  device: 'phone',
  accountId: 'kofi',
  conversationId: room,
  isStaff: false,
  isRevoked: false,
  epoch: 'e1',
  heard: new Map([['e1', 3]]),
  messages: [1, 2, 3].map((n) => ({ messageId: `m${n}`, number: n, body: `words ${n}` })),
  rest: '{}',
  unread: 0,
  readThrough: 0,
  ...change,
})

const history = (change: Partial<History> = {}): History => ({
  sends: [send(1), send(2), send(3)],
  edits: [],
  reads: [],
  revokes: [],
  views: [view(), view({ device: 'tablet' })],
  headsBack: [],
  restores: [],
  ...change,
})

const truth = (change: Partial<Truth> = {}): Truth => ({
  messages: [1, 2, 3].map((n) => ({
    messageId: `m${n}`,
    conversationId: room,
    number: n,
    body: `words ${n}`,
    authorId: 'kofi',
    kind: 'message',
  })),
  numbers: new Map([[room, [1, 2, 3]]]),
  epochs: new Map([[room, 'e1']]),
  notices: new Set(),
  untold: new Set(),
  removedAt: new Map(),
  writes: new Map(),
  ...change,
})

const edit = (body: string): EditTry => ({ messageId: 'm1', body, endedAt: 40, outcome: 'ok' })

const complaints = (h: History, t: Truth) => Object.values(check(h, t)).flat()

describe('the checker', () => {
  test('has nothing to say of a run in which all went well', () => {
    expect(isClean(check(history(), truth()))).toBe(true)
  })

  const broken: [string, string, History, Truth][] = [
    [
      'I1',
      'an acknowledged message that is not there',
      history({ sends: [send(1), send(2), send(3), send(4)] }),
      truth(),
    ],
    [
      'I1',
      'the same words under two ids',
      history(),
      truth({
        messages: [
          ...truth().messages,
          { ...(truth().messages[0] as Truth['messages'][number]), messageId: 'x', number: 4 },
        ],
      }),
    ],
    ['I2', 'a message that nobody sent', history({ sends: [send(1), send(2)] }), truth()],
    [
      'I2',
      'a message on a device that is not in the log',
      history({ views: [view({ messages: [...view().messages, { messageId: 'x', number: 4, body: 'x' }] })] }),
      truth(),
    ],
    [
      'I3',
      'a refused message that is there',
      history({ sends: [send(1), send(2), send(3, { outcome: 'fail', number: undefined })] }),
      truth(),
    ],
    [
      'P1',
      'a message of a member that was refused',
      history({ sends: [send(1), send(2), send(3, { outcome: 'fail', number: undefined })] }),
      truth(),
    ],
    ['I4', 'a hole in the numbers', history(), truth({ numbers: new Map([[room, [1, 2, 4]]]) })],
    [
      'I4',
      'an acknowledgement with another number',
      history({ sends: [send(1), send(2), send(3, { number: 7 })] }),
      truth(),
    ],
    [
      'P4',
      'a device that misses one',
      history({
        views: [view(), view({ device: 'tablet', messages: view().messages.filter((one) => one.number !== 2) })],
      }),
      truth(),
    ],
    [
      'P3',
      'a device that shows them out of order',
      history({ views: [view({ messages: [...view().messages].reverse() })] }),
      truth(),
    ],
    [
      'I5',
      'two devices that differ',
      history({ views: [view(), view({ device: 'tablet', rest: '{"seen":1}' })] }),
      truth(),
    ],
    [
      'I5',
      'a device with an old text',
      history({ views: [view({ messages: view().messages.map((one) => ({ ...one, body: 'old' })) })] }),
      truth(),
    ],
    [
      'I6',
      'an order against real time',
      history({
        sends: [
          send(1),
          send(2, { invokedAt: 50, endedAt: 60 }),
          send(3, { invokedAt: 20, endedAt: 30, device: 'tablet' }),
        ],
      }),
      truth(),
    ],
    [
      'I7',
      'an order against composing',
      history({
        sends: [
          send(1),
          send(2, { order: 3, endedAt: undefined, number: undefined }),
          send(3, { order: 2, invokedAt: 1, number: undefined }),
        ],
      }),
      truth(),
    ],
    ['I8', 'a head that went back', history({ headsBack: [{ device: 'phone', from: 3, to: 2 }] }), truth()],
    [
      'I9',
      'an unread count that a recount does not bear out',
      history({ views: [view({ accountId: 'sam', unread: 2 })] }),
      truth(),
    ],
    [
      'I10',
      'something numbered after a removal',
      history({ views: [view({ isRevoked: true, messages: [] })] }),
      truth({ removedAt: new Map([[`${room} kofi`, 2]]) }),
    ],
    [
      'I10',
      'the line of a removal that reaches the removed',
      history({ views: [view({ isRevoked: true })] }),
      truth({ removedAt: new Map([[`${room} kofi`, 3]]) }),
    ],
    ['I8', 'a device in an epoch that is over', history(), truth({ epochs: new Map([[room, 'e2']]) })],
    ['I1', 'an acknowledged edit that is not there', history({ edits: [edit('other words')] }), truth()],
    [
      'I9',
      'a read mark that went back',
      history({
        reads: [{ conversationId: room, accountId: 'kofi', through: 3, epoch: 'e1', endedAt: 40, outcome: 'ok' }],
        views: [view({ readThrough: 2 })],
      }),
      truth(),
    ],
    [
      'I11',
      'nobody told that something came',
      history({ views: [view({ accountId: 'sam', unread: 3, messages: view().messages })] }),
      truth(),
    ],
    [
      'I12',
      'a message of staff without its row in the access log',
      history({ sends: [send(1, { isStaff: true }), send(2), send(3)] }),
      truth(),
    ],
  ]

  test.each(broken)('%s: notices %s', (invariant, _what, h, t) => {
    expect(complaints(h, t).some((one) => one.startsWith(`${invariant} `))).toBe(true)
  })

  test('whoever has a notice after where they read, or is still to be told, is not forgotten', () => {
    const h = history({ views: [view({ accountId: 'sam', unread: 3 })] })
    expect(isClean(check(h, truth({ notices: new Set([`${room} sam after 0`]) })))).toBe(true)
    expect(isClean(check(h, truth({ untold: new Set([room]) })))).toBe(true)
    expect(isClean(check(h, truth({ notices: new Set([`${room} sam after 2`]) })))).toBe(false)
  })

  test('of what a restore took back nothing counts but that it is there: it was offered again', () => {
    const restores = [{ from: 24, until: 26 }]
    const renumbered = truth({
      messages: [1, 2, 3].map((n) => ({
        ...(truth().messages[n - 1] as Truth['messages'][number]),
        number: [1, 3, 2][n - 1] as number,
      })),
    })
    const views = [
      view({ messages: [1, 3, 2].map((n, place) => ({ messageId: `m${n}`, number: place + 1, body: `words ${n}` })) }),
    ]
    const sends = [send(1), send(2), send(3, { number: 2 })]
    expect(isClean(check(history({ sends, views, restores }), renumbered))).toBe(true)
    expect(isClean(check(history({ sends, views }), renumbered))).toBe(false)
    const gone = truth({ messages: truth().messages.filter((one) => one.messageId !== 'm2') })
    expect(complaints(history({ restores }), gone)).toContainEqual(expect.stringMatching(/^I1 /))
  })

  test('an unknown send may be there or not', () => {
    const unknown = send(4, { outcome: 'unknown', number: undefined, endedAt: undefined })
    expect(isClean(check(history({ sends: [...history().sends, unknown] }), truth()))).toBe(true)
    expect(
      isClean(
        check(history({ sends: [send(1), send(2), send(3, { outcome: 'unknown', number: undefined })] }), truth()),
      ),
    ).toBe(true)
  })
})
