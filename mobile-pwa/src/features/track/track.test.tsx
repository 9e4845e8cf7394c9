import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { DiaryEntry } from '@weft/contract/diary/shapes.ts'
import { nothingOwned, type OwnState } from '@weft/contract/own/parts.ts'
import type { QuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import type { Problem, Trackers } from '@weft/contract/trackers/shapes.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { kofi, ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const today = todayOf(new Date())
const daysAgo = (days: number) => new Date(Date.parse(`${today}T12:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
const recordedAt = new Date().toISOString()
const zone = 'Europe/London'
const id = (number: number) => `019d85c8-0000-7000-8000-${String(number).padStart(12, '0')}`
const problem = (number: number, words: string, more: Partial<Problem> = {}): Problem => ({
  problemId: id(number),
  words,
  state: 'active',
  version: 1,
  createdAt: `2026-04-0${number}T09:00:00.000Z`,
  ...more,
})
const entry: DiaryEntry = {
  entryId: id(92),
  text: 'Rain',
  writtenAt: recordedAt,
  forDate: today,
  visibility: 'private',
  version: 1,
  changedAt: recordedAt,
}

let stage: Stage
const pushed: { name: string; input: Record<string, unknown> }[] = []
beforeEach(() => {
  pushed.length = 0
  stage = setStage()
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 99 }
  }
})
afterEach(() => {
  vi.useRealTimers()
  strikeStage()
})

function has(trackers: Partial<Trackers>, more: Partial<OwnState> = {}) {
  const state = { ...nothingOwned, ...more, trackers: { ...nothingOwned.trackers, ...trackers } }
  stage.server.topics.set(ownTopic, { seq: 1, state })
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const pick = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const form = async (title: string) => {
  await screen.findByRole('heading', { level: 1, name: title })
  await screen.findByRole('button', { name: 'Save' })
}

describe('Track', () => {
  it('says of each what today has, and leads to the first that is not logged yet', async () => {
    has({
      sleep: [{ forDate: today, minutesSlept: 390, timesWoken: 2, zone, recordedAt }],
      problems: [problem(1, 'Voices'), problem(2, 'Old worry', { state: 'paused' })],
    })
    stage.open('/track')
    expect(await screen.findByText(/^6 hours 30 minutes, woke 2 times, saved /)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Change Sleep' }).getAttribute('data-kind')).toBe('secondary')
    expect(screen.getByRole('link', { name: 'Log Mood' }).getAttribute('data-kind')).toBe('primary')
    expect(screen.getByRole('link', { name: 'Log Voices' }).getAttribute('href')).toBe(`/track/problems/${id(1)}`)
    expect(screen.queryByText('Old worry')).toBeNull()
  })

  it('says whether the diary has today, and shows a set of questions that is due once', async () => {
    const set = {
      assignmentId: id(90),
      serviceId: id(91),
      serviceName: 'Lichfield Wellbeing',
      measure: 'phq9',
      dueOn: today,
      responder: { name: 'Sam Okafor' },
      answers: {},
    } as unknown as QuestionSet
    has({}, { questions: { sets: [set] }, diary: { entries: [entry] } })
    stage.open('/track')
    expect(await screen.findByRole('link', { name: /^Diary\s*Saved / })).toBeTruthy()
    expect(screen.getAllByText(/Lichfield Wellbeing/)).toHaveLength(1)
  })

  it('does not take a diary entry that was deleted for one of today', async () => {
    has({}, { diary: { entries: [{ ...entry, deletedAt: recordedAt }] } })
    stage.open('/track')
    expect(await screen.findByRole('link', { name: /^Diary\s*Not yet/ })).toBeTruthy()
  })

  it('does not show what was removed', async () => {
    has({ sleep: [{ forDate: today, minutesSlept: 390, zone, recordedAt, removedAt: recordedAt }] })
    stage.open('/track')
    expect(await screen.findByRole('link', { name: 'Log Sleep' })).toBeTruthy()
  })
})

it('an entry that the server would not have is said, with what was written, until its writer lets go of it', async () => {
  has({})
  stage.server.push = () => ({ ok: false, problem: { status: 422, code: 'not-acceptable' } }) as never
  stage.open(`/track/sleep/${today}`)
  await form('Sleep')
  pick('6 hours')
  fireEvent.change(screen.getByLabelText(/^Note/), { target: { value: 'Noisy street' } })
  press('Save')
  fireEvent.click(await screen.findByRole('link', { name: 'Back' }))
  expect(await screen.findByText(/^Not saved: Sleep, /)).toBeTruthy()
  expect(screen.getByText('Noisy street')).toBeTruthy()
  press('Remove')
  await waitFor(() => expect(screen.queryByText(/^Not saved: Sleep, /)).toBeNull())
})

describe('a night’s sleep', () => {
  it('is logged in three taps, and can be taken back', async () => {
    has({})
    stage.open(`/track/sleep/${today}`)
    await form('Sleep')
    const taps = [() => pick('6 hours'), () => pick('2'), () => press('Save')]
    expect(taps.length).toBeLessThanOrEqual(3)
    for (const tap of taps) tap()
    expect(await screen.findByText('Saved, 6 hours, woke 2 times')).toBeTruthy()
    expect(pushed[0]).toMatchObject({
      name: 'sleep.log',
      input: { forDate: today, minutesSlept: 360, timesWoken: 2 },
    })
    press('Undo')
    await screen.findByRole('button', { name: 'Save' })
    await waitFor(() => expect(pushed.at(-1)).toMatchObject({ name: 'sleep.remove', input: { forDate: today } }))
  })

  it('may have half an hour more, any length, and ten wakings or more', async () => {
    has({})
    stage.open(`/track/sleep/${daysAgo(1)}`)
    await form('Sleep')
    pick('7 hours')
    fireEvent.click(screen.getByRole('checkbox', { name: '+ half an hour' }))
    pick('5+')
    for (let more = 0; more < 5; more += 1) press('More: Times you woke')
    press('Save')
    expect(await screen.findByText('Saved, 7 hours 30 minutes, 10 or more')).toBeTruthy()
    await waitFor(() =>
      expect(pushed[0]?.input).toMatchObject({ minutesSlept: 450, timesWoken: 10, forDate: daysAgo(1) }),
    )
  })

  it('must say how long; offline it is safe here and says so', async () => {
    has({})
    stage.open(`/track/sleep/${today}`)
    await form('Sleep')
    press('Save')
    expect(await screen.findByRole('link', { name: 'Choose how long you slept' })).toBeTruthy()
    stage.setOnline(false)
    pick('8 hours')
    press('Save')
    expect(await screen.findByText('Saved, 8 hours')).toBeTruthy()
    expect(screen.getByText('Saved on this phone. Will sync later.')).toBeTruthy()
    expect(pushed).toEqual([])
  })

  it('that the server cannot take just now is safe here and says so', async () => {
    has({})
    stage.server.push = () => ({ ok: false, problem: { status: 503, code: 'unavailable' } }) as never
    stage.open(`/track/sleep/${today}`)
    await form('Sleep')
    pick('8 hours')
    press('Save')
    expect(await screen.findByText('Saved on this phone. We could not send it yet.')).toBeTruthy()
  })

  it('of eight days ago, or of tomorrow, is not there to be logged', async () => {
    for (const date of [daysAgo(8), daysAgo(-1), 'yesterday']) {
      stage.open(`/track/sleep/${date}`)
      expect(await screen.findByText(/It may have moved/)).toBeTruthy()
    }
    stage.open(`/track/sleep/${daysAgo(7)}`)
    expect(await screen.findByRole('button', { name: 'Save' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'The day before' })).toBeNull()
    expect(screen.getByRole('link', { name: 'The day after' }).getAttribute('href')).toBe(`/track/sleep/${daysAgo(6)}`)
  })
})

it('what a night said before is asked for when somebody wants to see it', async () => {
  has({ sleep: [{ forDate: today, minutesSlept: 390, zone, recordedAt }] })
  stage.routes[`GET /api/people/${kofi.personId}/trackers/${today}/history`] = () => [
    200,
    {
      versions: [{ until: recordedAt, night: { forDate: today, minutesSlept: 300, note: 'Noisy', zone, recordedAt } }],
    },
  ]
  stage.open(`/track/sleep/${today}`)
  const before = (await screen.findByText('What this said before')).closest('details') as HTMLDetailsElement
  before.open = true
  fireEvent(before, new Event('toggle'))
  expect(await screen.findByText(/^5 hours · Noisy, until /)).toBeTruthy()
})

describe('the full diary', () => {
  const answer = async (question: string, value: string) => {
    fireEvent.change(await screen.findByLabelText(question), { target: { value } })
    press('Next')
  }

  it('asks one question a page, keeps each, ends with plain sums and no score', async () => {
    has({})
    stage.open(`/track/sleep/${today}/full`)
    expect(await screen.findByText('Question 1 of 8')).toBeTruthy()
    await answer('What time did you get into bed?', '22:30')
    await answer('What time did you try to go to sleep?', '23:00')
    await answer('How long did it take to fall asleep?', '40')
    // Somebody comes back later, on the same device.
    stage.open(`/track/sleep/${today}/full`)
    expect(await screen.findByText('Question 4 of 8')).toBeTruthy()
    pick('0')
    press('Next')
    await answer('How long were you awake in the night?', '35')
    await answer('What time did you wake for good?', '06:30')
    await answer('What time did you get up?', '07:15')
    await screen.findByText('How well did you sleep?')
    press('Skip')
    expect(await screen.findByText('You were in bed 8 hours 45 minutes.')).toBeTruthy()
    expect(screen.getByText('You slept about 6 hours 15 minutes.')).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/efficien|%|score/i)

    press('Save')
    const asked = await screen.findByRole('alertdialog')
    expect(within(asked).getByText('You said you did not wake, and were awake for 35 minutes.')).toBeTruthy()
    fireEvent.click(within(asked).getByRole('button', { name: 'Yes, save it' }))
    await waitFor(() =>
      expect(pushed[0]).toMatchObject({
        name: 'sleep.logFull',
        input: { forDate: today, diary: { intoBed: '22:30', minutesToSleep: 40, timesWoken: 0, outOfBed: '07:15' } },
      }),
    )
    expect(await screen.findByText('Saved, 6 hours 15 minutes, did not wake')).toBeTruthy()
  })

  it('asks to look again at times that cannot be a night, and saves nothing', async () => {
    const diary = {
      intoBed: '22:30',
      triedToSleep: '23:00',
      minutesToSleep: 5,
      minutesAwake: 5,
      finalWake: '06:30',
      outOfBed: '06:00',
    }
    has({ sleep: [{ forDate: today, diary, zone, recordedAt }] })
    stage.open(`/track/sleep/${today}/full`)
    for (let question = 1; question <= 8; question += 1) {
      await screen.findByText(`Question ${question} of 8`)
      press('Next')
    }
    expect(await screen.findByText('Did you get up before you went to bed? Check the times.')).toBeTruthy()
    press('Check my answers')
    expect(await screen.findByText('Question 1 of 8')).toBeTruthy()
    expect(pushed).toEqual([])
  })
})

describe('a problem of one’s own', () => {
  it('is rated in its own words, and a second rating of the day can be taken back to the first', async () => {
    has({
      problems: [problem(1, 'Voices')],
      ratings: [{ problemId: id(1), forDate: today, value: 3, note: 'Quiet', recordedAt }],
    })
    stage.open(`/track/problems/${id(1)}`)
    expect(await screen.findByText('How much did Voices affect you today?')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '3' }).checked).toBe(true)
    pick('8')
    fireEvent.change(screen.getByLabelText(/What helped/), { target: { value: 'Music' } })
    press('Save')
    expect(await screen.findByText('Saved, 8 out of 10')).toBeTruthy()
    expect(pushed[0]?.input).toMatchObject({ value: 8, note: 'Quiet', whatHelped: 'Music', forDate: today })
    press('Undo')
    await waitFor(() =>
      expect(pushed.at(-1)).toMatchObject({ name: 'problem.rate', input: { value: 3, note: 'Quiet' } }),
    )
  })

  it('that is not there and one of somebody else are the same page', async () => {
    has({ problems: [problem(1, 'Voices')] })
    stage.open(`/track/problems/${id(9)}`)
    expect(await screen.findByText(/It may have moved/)).toBeTruthy()
  })

  it('is added, renamed and paused; with five there is no sixth', async () => {
    has({ problems: [1, 2, 3, 4].map((number) => problem(number, `Worry ${number}`)) })
    stage.open('/track/choose')
    fireEvent.change(await screen.findByLabelText('What would you like to keep an eye on?'), {
      target: { value: ' Panic ' },
    })
    press('Add it')
    expect(await screen.findByText('You have 5 already. Pause or stop one first.')).toBeTruthy()
    expect(pushed[0]).toMatchObject({ name: 'problem.add', input: { words: 'Panic' } })
    press('Change Worry 1')
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Pause' }))
    expect(await screen.findByLabelText('What would you like to keep an eye on?')).toBeTruthy()
    press('Change Worry 2')
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(within(dialog).getByLabelText('New name'), { target: { value: 'Worrying' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(pushed.at(-1)).toMatchObject({ name: 'problem.rename', input: { words: 'Worrying', baseVersion: 1 } }),
    )
  })

  it('given two names on two devices keeps both until its owner chooses', async () => {
    has({ problems: [problem(1, 'The voices', { version: 2 })] })
    stage.server.push = (push) => {
      pushed.push(push as never)
      return { ok: false, problem: { status: 409, code: 'conflict' } } as never
    }
    stage.open('/track/choose')
    fireEvent.click(await screen.findByRole('button', { name: 'Change The voices' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(within(dialog).getByLabelText('New name'), { target: { value: 'Hearing things' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('You gave this two names on two devices. Which one do you want?')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Use “The voices”' })).toBeTruthy()
    press('Use “Hearing things”')
    await waitFor(() => expect(pushed).toHaveLength(2))
    expect(pushed[1]).toMatchObject({ name: 'problem.rename', input: { words: 'Hearing things', baseVersion: 2 } })
  })
})

describe('a mood', () => {
  it('very low is saved as any other, and offers a way to somebody once', async () => {
    has({})
    stage.open('/track/mood')
    await form('Mood')
    pick('Very low')
    fireEvent.click(screen.getByRole('checkbox', { name: 'sad' }))
    fireEvent.change(screen.getByLabelText(/A word of your own/), { target: { value: 'hollow' } })
    press('Add word')
    press('Save')
    expect(await screen.findByText('Saved, very low')).toBeTruthy()
    expect(screen.getByText('Would it help to look at your plan or talk to someone?')).toBeTruthy()
    expect(pushed[0]).toMatchObject({ name: 'mood.log', input: { face: 1, feelings: ['sad', 'hollow'] } })
  })

  it('has three words at most, and of a day’s moods each can be changed or removed', async () => {
    has({ moods: [{ moodId: id(7), forDate: today, face: 4, feelings: ['calm'], recordedAt }] })
    stage.open('/track/mood')
    fireEvent.click(await screen.findByRole('button', { name: 'Change' }))
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'Good' })).checked).toBe(true)
    for (const word of ['tired', 'sad', 'worried']) fireEvent.click(screen.getByRole('checkbox', { name: word }))
    press('Save')
    expect(await screen.findByRole('link', { name: 'Choose up to 3. Untick one first.' })).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'calm' }))
    press('Save')
    await waitFor(() => expect(pushed[0]).toMatchObject({ name: 'mood.log', input: { moodId: id(7), face: 4 } }))
  })
  it('begun before midnight is still there after it, and is of the day on which it was begun', async () => {
    vi.setSystemTime(`${today}T20:00Z`)
    has({})
    stage.open('/track/mood')
    await form('Mood')
    pick('Low')
    fireEvent.change(screen.getByLabelText(/^Note/), { target: { value: 'A long evening' } })
    vi.setSystemTime(Date.parse(`${today}T20:00Z`) + 8 * 3_600_000)
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(await screen.findByText('Yesterday')).toBeTruthy()
    expect(screen.getByText(/^How did you feel on \w+ \d+ \w+/)).toBeTruthy()
    press('Save')
    await waitFor(() =>
      expect(pushed[0]).toMatchObject({ name: 'mood.log', input: { forDate: today, note: 'A long evening' } }),
    )
  })
})
