import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { csvLine } from '../../shell/csv.ts'
import { broadcast } from '../../testing/fake-socket.ts'
import { conversationId, ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const id = (last: string) => `018f0000-0000-7000-8000-0000000000${last}`
const wellbeing = id('e1')
const service = {
  serviceId: wellbeing,
  name: 'Lichfield Wellbeing',
  phone: '01632 960001',
  isLeaving: false,
  isOwnWish: false,
  enrolmentId: id('e9'),
  keepsUntil: 2046,
}
const ask = {
  askId: id('f1'),
  serviceId: wellbeing,
  scope: 'sleep' as const,
  byName: 'Sam Okafor',
  byRole: 'nurse',
  askedAt: '2026-04-20T10:00:00Z',
}
const copy = {
  copyId: id('f2'),
  serviceId: wellbeing,
  serviceName: 'Lichfield Wellbeing',
  items: [{ scope: 'sleep' }, { scope: `problem:${id('f3')}`, words: 'Voices' }],
  from: '2026-04-01',
  to: '2026-04-28',
  byName: 'Sam Okafor',
  byRole: 'nurse',
  takenAt: '2026-04-28T10:00:00Z',
}

let stage: Stage
const pushed: { name: string; input: Record<string, unknown> }[] = []
beforeEach(() => {
  pushed.length = 0
  stage = setStage()
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 1 }
  }
})
afterEach(strikeStage)

const has = (sharing: object = {}, more: object = {}) =>
  stage.server.topics.set(ownTopic, {
    seq: 1,
    state: { ...nothingOwned, sharing: { shares: [], services: [service], asks: [], ...sharing }, ...more },
  })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('a team that asks gets a yes or a no, and nothing is shared by looking', async () => {
  has({ asks: [ask] })
  stage.open('/privacy')
  expect(await screen.findByRole('heading', { name: 'Lichfield Wellbeing asks to see Sleep' })).toBeTruthy()
  expect(screen.getByText(/^Asked by Sam Okafor, nurse/)).toBeTruthy()
  expect(screen.getByText('Nothing is shared unless you say yes. If you say no, nobody is told.')).toBeTruthy()
  press('No, do not share Sleep with Lichfield Wellbeing')
  expect(await screen.findByText('Sleep stays with you. Nobody is told.')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Choices waiting' })).toBeNull())
  await waitFor(() =>
    expect(pushed).toMatchObject([{ name: 'share.answerAsk', input: { askId: ask.askId, isYes: false } }]),
  )
})

test('a yes shares from now, says so, and can be undone', async () => {
  has({ asks: [ask] })
  stage.open('/privacy')
  await screen.findByRole('heading', { name: 'Choices waiting' })
  press('Yes, share Sleep with Lichfield Wellbeing')
  expect(await screen.findByText('Lichfield Wellbeing can see Sleep from now.')).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Stop sharing Sleep with Lichfield Wellbeing' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(pushed.map(({ name }) => name)).toEqual(['share.answerAsk', 'share.stop']))
})

test('a choice that is a year old is asked about, and stays until it is answered', async () => {
  const share = {
    shareId: id('f4'),
    serviceId: wellbeing,
    scope: 'mood',
    from: 'now',
    startedAt: '2020-01-01T10:00:00Z',
  }
  has({ shares: [share] })
  stage.open('/privacy')
  expect(await screen.findByText('You have shared Mood with Lichfield Wellbeing for a year')).toBeTruthy()
  press('Yes, keep sharing Mood with Lichfield Wellbeing')
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Choices waiting' })).toBeNull())
  expect(screen.getByRole('button', { name: 'Stop sharing Mood with Lichfield Wellbeing' })).toBeTruthy()
  await waitFor(() => expect(pushed).toMatchObject([{ name: 'share.keep', input: { scope: 'mood' } }]))
})

test('a copy that a team saves is there at once, with who, when and what, and opens as they keep it', async () => {
  has()
  stage.open('/privacy')
  await screen.findByRole('heading', { name: 'Who can see what' })
  expect(screen.queryByText('Copies your team saved')).toBeNull()
  act(() => broadcast(stage.server, ownTopic, 'copy.added', copy))
  const saved = await screen.findByRole('link', { name: /^Sleep, Voices.*Saved by Sam Okafor, nurse/ })
  const nights = [{ forDate: '2026-04-10', minutesSlept: 390, zone: 'Europe/London', recordedAt: copy.takenAt }]
  stage.routes[`GET /api/copies/${copy.copyId}`] = () => [
    200,
    { copy, content: { trackers: { sleep: nights, problems: [] } } },
  ]
  fireEvent.click(saved)
  expect(await screen.findByText(/6 hours 30 minutes asleep/)).toBeTruthy()
})

test('leaving says what is kept and what stops, asks once, and is another act than stopping a share', async () => {
  has()
  const left: unknown[] = []
  stage.routes[`POST /api/enrolments/${service.enrolmentId}/end`] = (body: unknown) => {
    left.push(body)
    return [
      200,
      {
        enrolmentId: service.enrolmentId,
        personId: id('a1'),
        serviceId: wellbeing,
        serviceName: service.name,
        state: 'ending',
        version: 2,
      },
    ]
  }
  stage.open('/privacy')
  fireEvent.click(await screen.findByRole('link', { name: 'Leave Lichfield Wellbeing' }))
  const keeps = 'Lichfield Wellbeing keeps its own notes until 2046. Your goals and diary are still yours.'
  expect(await screen.findByText(keeps)).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'In 14 days' })).toHaveProperty('checked', true)
  press('Leave Lichfield Wellbeing')
  const asked = await screen.findByRole('alertdialog', { name: 'Leave Lichfield Wellbeing' })
  expect(left).toEqual([])
  fireEvent.click(within(asked).getByRole('button', { name: 'Leave Lichfield Wellbeing' }))
  expect(await screen.findByText('You are leaving Lichfield Wellbeing')).toBeTruthy()
  expect(left).toHaveLength(1)
})

test('whoever finds the phone unlocked ends nobody’s care: an old sign-in wants the password, and leaving needs internet', async () => {
  has()
  let isProven = false
  const left: unknown[] = []
  stage.routes[`POST /api/enrolments/${service.enrolmentId}/end`] = (body: unknown) => {
    if (!isProven) return [403, problemOf('prove-again')]
    left.push(body)
    const enrolment = { enrolmentId: service.enrolmentId, personId: id('a1'), serviceId: wellbeing }
    return [200, { ...enrolment, serviceName: service.name, state: 'ended', version: 2 }]
  }
  stage.routes['POST /api/me/prove'] = ({ password }) => {
    isProven = password === 'three plums and a lemon'
    return isProven ? [200, {}] : [401, problemOf('details-do-not-match')]
  }
  const leaveToday = async () => {
    press('Leave Lichfield Wellbeing')
    const asked = await screen.findByRole('alertdialog', { name: 'Leave Lichfield Wellbeing' })
    fireEvent.click(within(asked).getByRole('button', { name: 'Leave Lichfield Wellbeing' }))
  }
  const give = (password: string) => {
    fireEvent.change(screen.getByLabelText('Your password'), { target: { value: password } })
    press('Go on')
  }
  stage.open('/privacy')
  fireEvent.click(await screen.findByRole('link', { name: 'Leave Lichfield Wellbeing' }))
  fireEvent.click(await screen.findByRole('radio', { name: 'Today' }))
  act(() => stage.setOnline(false))
  await leaveToday()
  expect(await screen.findByText('You are offline. Try again when you have internet.')).toBeTruthy()
  act(() => stage.setOnline(true))
  await leaveToday()
  await screen.findByRole('heading', { name: 'Is it you?' })
  press('Go back')
  await leaveToday()
  await screen.findByRole('heading', { name: 'Is it you?' })
  give('a guess')
  expect((await screen.findAllByText('That password does not match. Try again.')).length).toBeGreaterThan(0)
  expect(left).toEqual([])
  give('three plums and a lemon')
  expect(await screen.findByText('You have left Lichfield Wellbeing')).toBeTruthy()
  expect(left).toEqual([{ reason: 'finished', today: true }])
})

test('within the grace the person who asked to leave may stay, and nobody else’s wish is theirs to undo', async () => {
  has({ services: [{ ...service, isLeaving: true, isOwnWish: true, leavesAt: '2099-05-01T10:00:00Z' }] })
  stage.open(`/privacy/leave/${wellbeing}`)
  expect(await screen.findByRole('button', { name: 'Stay after all' })).toBeTruthy()
  act(() =>
    broadcast(stage.server, ownTopic, 'sharing.servicesChanged', {
      services: [{ ...service, isLeaving: false, isOwnWish: false, leavesAt: '2099-05-01T10:00:00Z' }],
    }),
  )
  expect(await screen.findByText(/^Your time with them ends on/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Stay after all' })).toBeNull()
})

const line = {
  lineId: 'a',
  on: '2026-04-14',
  firstAt: '2026-04-14T09:12:00Z',
  lastAt: '2026-04-14T09:12:00Z',
  name: 'Sam Okafor',
  role: 'nurse',
  organisation: 'Whitlow Trust',
  itemKind: 'sleep',
  action: 'read',
  purpose: 'care',
  times: 1,
  privacyContact: 'privacy@whitlow.example',
}

test('who has looked is narrowed by person and by thing, marks an emergency, and each line can be asked about', async () => {
  has()
  const lines = [line, { ...line, lineId: 'b', name: 'Nia Hughes', itemKind: 'mood', purpose: 'break_glass' }]
  stage.routes['GET /api/me/access-log'] = () => [200, { lines }]
  stage.open('/privacy/log')
  expect(await screen.findByText('Emergency access')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Who'), { target: { value: 'Sam Okafor, nurse' } })
  expect(screen.queryByText(/^Nia Hughes, nurse, looked/)).toBeNull()
  fireEvent.change(screen.getByLabelText('What'), { target: { value: 'your mood' } })
  expect(screen.getByText('Nothing like this on these days.')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('What'), { target: { value: 'your sleep' } })
  press('Ask about this: Sam Okafor, nurse, looked at your sleep')
  expect(within(screen.getByRole('dialog')).getByText('privacy@whitlow.example')).toBeTruthy()
})

test('what was read after the end says so, and why, in words', async () => {
  has()
  const read = { ...line, itemKind: 'person_team' }
  const lines = [
    { ...read, why: { reason: 'records_request' } },
    { ...read, lineId: 'b', why: { reason: 'other', text: 'You rang and asked for a date' } },
  ]
  stage.routes['GET /api/me/access-log'] = () => [200, { lines }]
  stage.open('/privacy/log')
  const after = 'Read after your time with them ended. Reason:'
  expect(await screen.findByText(`${after} somebody asked for your records`, { exact: false })).toBeTruthy()
  expect(screen.getByText(`${after} You rang and asked for a date`, { exact: false })).toBeTruthy()
  expect(screen.queryByText('Reason: your care', { exact: false })).toBeNull()
})

test('asking begins a message to that team, and leaves words that are there already alone', async () => {
  has()
  stage.routes['GET /api/me/access-log'] = () => [200, { lines: [{ ...line, serviceId: wellbeing }] }]
  stage.open('/privacy/log')
  fireEvent.click(await screen.findByRole('button', { name: /^Ask about this/ }))
  fireEvent.click(await screen.findByRole('button', { name: /^Message your team at/ }))
  await waitFor(() => expect(location.pathname).toContain(`/messages/${conversationId}`))
  expect(
    await screen.findByDisplayValue(/I saw this in “Who has looked”: Sam Okafor, nurse, looked at your sleep/),
  ).toBeTruthy()
})

test('a spreadsheet takes nobody’s name for a formula', () => {
  expect(csvLine(['=1+1', '+44', '-5', '@x', 'a "b"'])).toBe(`"'=1+1","'+44","'-5","'@x","a ""b"""`)
})
