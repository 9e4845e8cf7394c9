import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Goal, Goals, Step } from '@weft/contract/goals/shapes.ts'
import { nothingOwned } from '@weft/contract/own/parts.ts'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { kofi, ownTopic, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const id = (number: number) => `019d85c8-0000-7000-8000-${String(number).padStart(12, '0')}`
const serviceId = id(900)
const goal = (number: number, words: string, more: Partial<Goal> = {}): Goal => ({
  goalId: id(number),
  words,
  type: 'physical_health',
  visibility: 'private',
  important: false,
  origin: 'self',
  state: 'active',
  createdAt: '2026-04-01T09:00:00.000Z',
  activatedAt: '2026-04-01T09:00:00.000Z',
  isRated: false,
  ...more,
})
const step = (number: number, text: string, more: Partial<Step> = {}): Step => ({
  stepId: id(100 + number),
  goalId: id(1),
  text,
  position: number,
  ...more,
})
const suggestion = {
  suggestionId: id(50),
  words: 'Try the walking group',
  type: 'physical_health' as const,
  serviceId,
  serviceName: 'Lichfield Wellbeing',
  byName: 'Sam Okafor',
  suggestedAt: '2026-04-20T09:00:00.000Z',
}

let stage: Stage
const pushed: { name: string; input: Record<string, unknown> }[] = []
beforeEach(() => {
  pushed.length = 0
  stage = setStage()
  stage.server.push = (push) => {
    pushed.push(push as never)
    return { ok: true, value: {}, epoch: 'e', seq: 2 }
  }
})
afterEach(strikeStage)

function has(goals: Partial<Goals>, shares: object[] = []) {
  const services = [{ serviceId, name: 'Lichfield Wellbeing', phone: '', isLeaving: false }]
  const state = { ...nothingOwned, goals: { ...nothingOwned.goals, ...goals }, sharing: { shares, services, asks: [] } }
  stage.server.topics.set(ownTopic, { seq: 1, state })
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const names = () => pushed.map(({ name }) => name)

describe('the list of goals', () => {
  it('has what is important first, each with its steps and who can see it', async () => {
    const share = {
      shareId: id(80),
      serviceId,
      scope: `goal:${id(1)}`,
      from: 'everything',
      startedAt: '2026-04-02T09:00:00.000Z',
    }
    has(
      {
        goals: [
          goal(1, 'Get fitter', { important: true, visibility: 'shared' }),
          goal(2, 'Save a little', { type: 'money' }),
        ],
        steps: [step(1, 'Ring the gym', { doneAt: '2026-04-02T09:00:00.000Z' }), step(2, 'Find my shoes')],
      },
      [share],
    )
    stage.open('/goals')
    const list = await screen.findByRole('region', { name: 'My goals' })
    const cards = within(list).getAllByRole('link')
    expect(cards.map((card) => card.textContent)).toEqual([
      'Get fitterImportant1 of 2 stepsPhysical healthYou and Lichfield Wellbeing',
      'Save a littleMoneyOnly me',
    ])
  })

  it('says that a goal can be any size where there is none, and nobody else’s act is lost on it', async () => {
    has({})
    stage.open('/goals')
    expect(await screen.findByText(/A goal can be any size/)).toBeTruthy()
    expect(screen.getAllByRole('link', { name: 'Add a goal' })).toHaveLength(1)
  })

  it('takes up what a worker suggests, or not, with no reason asked', async () => {
    has({ suggestions: [suggestion, { ...suggestion, suggestionId: id(51), words: 'Swim' }] })
    stage.open('/goals')
    const [first] = await screen.findAllByRole('button', { name: 'Add it' })
    expect(screen.getByText(/Until you share it, your team sees “Not taken up”/)).toBeTruthy()
    fireEvent.click(first as HTMLElement)
    expect(await screen.findByRole('link', { name: /Try the walking group/ })).toBeTruthy()
    press('No thanks')
    await waitFor(() => expect(screen.queryByText('Suggested by your team')).toBeNull())
    await waitFor(() => expect(names()).toEqual(['suggestion.accept', 'suggestion.decline']))
  })

  it('is not there for who acts for somebody else', async () => {
    strikeStage()
    stage = setStage({ session: { ...kofi, hat: 'carer', hats: ['patient', 'carer'] } })
    stage.open('/goals')
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Goals' })).toBeNull()
  })
})

describe('adding a goal', () => {
  const write = (label: RegExp | string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })

  it('is one question; the rest can be left out, and only I see it unless I choose', async () => {
    has({})
    stage.open('/goals/new')
    await screen.findByLabelText('What would you like to change?')
    press('Continue')
    expect(await screen.findByRole('heading', { name: 'There is a problem' })).toBeTruthy()
    write('What would you like to change?', 'Walk to the canal')
    press('Continue')
    expect(((await screen.findByLabelText('Only me')) as HTMLInputElement).checked).toBe(true)
    write(/What is one small thing/, 'Find my boots')
    press('Save goal')
    expect(await screen.findByRole('heading', { level: 2, name: 'Walk to the canal' })).toBeTruthy()
    await waitFor(() => expect(names()).toEqual(['goal.add', 'step.add']))
    expect(pushed[0]?.input).toMatchObject({ words: 'Walk to the canal', type: 'other', personId: kofi.personId })
    expect(screen.getByRole('radio', { name: 'Only me' })).toHaveProperty('checked', true)
  })

  it('shares it with a service that is named, and works with no signal', async () => {
    has({})
    stage.open('/goals')
    fireEvent.click(await screen.findByRole('link', { name: 'Add a goal' }))
    await screen.findByLabelText('What would you like to change?')
    stage.setOnline(false)
    write('What would you like to change?', 'Walk to the canal')
    press('Continue')
    fireEvent.click(await screen.findByLabelText('Money'))
    fireEvent.click(screen.getByLabelText('I set this together with someone from my team'))
    fireEvent.click(screen.getByLabelText('Lichfield Wellbeing'))
    press('Save goal')
    expect(await screen.findByRole('heading', { level: 2, name: 'Walk to the canal' })).toBeTruthy()
    expect(pushed).toEqual([])
    // Whichever door they go through.
    for (const [name, path] of [
      ['goal.add', 'goals'],
      ['share.start', 'shares'],
    ] as const)
      stage.routes[`POST /api/people/${kofi.personId}/${path}`] = (input) => {
        pushed.push({ name, input })
        return [200, {}]
      }
    stage.setOnline(true)
    await waitFor(() => expect(names()).toEqual(['goal.add', 'share.start']))
    expect(pushed[0]?.input).toMatchObject({ origin: 'with_worker' })
    expect(pushed[1]?.input).toMatchObject({ serviceId, scope: `goal:${pushed[0]?.input.goalId}` })
  })

  it('keeps words that were begun for whoever comes back', async () => {
    has({})
    stage.open('/goals/new')
    await screen.findByLabelText('What would you like to change?')
    write('What would you like to change?', 'Half a thou')
    cleanup()
    stage.open('/goals/new')
    await waitFor(async () =>
      expect(((await screen.findByLabelText('What would you like to change?')) as HTMLTextAreaElement).value).toBe(
        'Half a thou',
      ),
    )
  })
})

describe('a goal', () => {
  const steps = [step(1, 'Find my boots', { doneAt: '2026-04-02T09:00:00.000Z' }), step(2, 'Ring Sam')]

  it('asks once every step is ticked; the person decides, and the thread draws itself', async () => {
    has({ goals: [goal(1, 'Walk')], steps })
    stage.open(`/goals/${id(1)}`)
    fireEvent.click(await screen.findByLabelText('Ring Sam'))
    const dialog = await screen.findByRole('alertdialog', { name: 'Mark this goal as achieved?' })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Mark as achieved' }))
    expect(await screen.findByText(/Achieved on/)).toBeTruthy()
    expect(document.querySelector('[data-new]')).toBeTruthy()
    expect(screen.getByLabelText(/What helped/)).toBeTruthy()
    await waitFor(() => expect(names()).toEqual(['step.tick', 'goal.achieve']))
    fireEvent.click(screen.getByLabelText('Ring Sam'))
    await waitFor(() => expect(screen.queryByText(/Achieved on/)).toBeNull())
  })

  it('says each tick, and can take it back', async () => {
    has({ goals: [goal(1, 'Walk')], steps: [...steps, step(3, 'Go')] })
    stage.open(`/goals/${id(1)}`)
    fireEvent.click(await screen.findByLabelText('Ring Sam'))
    expect(await screen.findByText('Step ticked, 2 of 3')).toBeTruthy()
    press('Undo')
    await waitFor(() => expect(names()).toEqual(['step.tick', 'step.untick']))
    expect(screen.getByText('1 of 3 steps')).toBeTruthy()
  })

  it('moves a step by its menu, adds one in line, and lets one be removed and put back', async () => {
    has({ goals: [goal(1, 'Walk')], steps: [step(1, 'First'), step(2, 'Second')] })
    stage.open(`/goals/${id(1)}`)
    fireEvent.click(await screen.findByRole('button', { name: 'More for Second' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Move up' }))
    const texts = () => screen.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).labels?.[0]?.textContent)
    await waitFor(() => expect(texts()).toEqual(['Second', 'First']))
    fireEvent.change(screen.getByLabelText('Add a small step'), { target: { value: 'Third' } })
    press('Add step')
    await waitFor(() => expect(texts()).toEqual(['Second', 'First', 'Third']))
    press('More for First')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Remove' }))
    await waitFor(() => expect(texts()).toEqual(['Second', 'Third']))
    press('Undo')
    await waitFor(() => expect(texts()).toEqual(['Second', 'First', 'Third']))
  })

  it('is rated 0 to 10, three at once and no more', async () => {
    const rated = [2, 3, 4].map((number) => goal(number, `Rated ${number}`, { isRated: true }))
    has({ goals: [goal(1, 'Walk'), ...rated.slice(1)] })
    stage.open(`/goals/${id(1)}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Rate how close I am' }))
    fireEvent.click(screen.getByLabelText('7'))
    const [save] = screen.getAllByRole('button', { name: 'Save' })
    fireEvent.click(save as HTMLElement)
    await waitFor(() => expect(pushed[0]).toMatchObject({ name: 'goal.rate', input: { value: 7 } }))
    expect(await screen.findByText('7 of 10 last time, from 1 rating.')).toBeTruthy()
    cleanup()
    strikeStage()
    stage = setStage()
    has({ goals: [goal(1, 'Walk'), ...rated] })
    stage.open(`/goals/${id(1)}`)
    expect(await screen.findByText(/You rate 3 goals already/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Rate how close I am' })).toBeNull()
  })

  it('is deleted at once, and put back from the list of deleted ones', async () => {
    has({ goals: [goal(1, 'Walk')] })
    stage.open(`/goals/${id(1)}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Delete' }))
    fireEvent.click(await screen.findByRole('link', { name: 'Deleted (1)' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Put it back' }))
    await waitFor(() => expect(names()).toEqual(['goal.delete', 'goal.restore']))
  })

  it('says what it was before to whoever asks, with a signal', async () => {
    has({ goals: [goal(1, 'Walk')] })
    const path = `GET /api/people/${kofi.personId}/goals/${id(1)}/history`
    stage.routes[path] = () => 'no network'
    stage.open(`/goals/${id(1)}`)
    fireEvent.click(await screen.findByRole('button', { name: 'What it was before' }))
    expect(await screen.findByText(/You are offline/)).toBeTruthy()
    const at = '2026-04-20T09:00:00.000Z'
    const versions = [
      { at, act: 'goal.star', goal: goal(1, 'Walk') },
      { at, act: 'goal.change', goal: goal(1, 'Run') },
      { at, act: 'goal.pause', goal: goal(1, 'Run') },
    ]
    stage.routes[path] = () => [200, { versions }]
    press('Try again')
    const sheet = await screen.findByRole('dialog', { name: 'What it was before' })
    await within(sheet).findByText('Run')
    expect([...sheet.querySelectorAll('dd')].map((one) => one.textContent)).toEqual(['Run', 'Under way'])
  })

  it('that is not theirs is not here', async () => {
    has({ goals: [goal(1, 'Walk')] })
    stage.open(`/goals/${id(7)}`)
    expect(await screen.findByRole('link', { name: 'Go to Today' })).toBeTruthy()
  })
})

describe('words that another device changed first', () => {
  it('are shown beside mine, and I choose', async () => {
    has({ goals: [goal(1, 'Walk daily')] })
    stage.server.push = (push) => {
      pushed.push(push as never)
      const isFirst = pushed.length === 1
      return isFirst ? { ok: false, problem: problemOf('conflict') } : { ok: true, value: {}, epoch: 'e', seq: 2 }
    }
    stage.open(`/goals/${id(1)}/edit`)
    const box = (await screen.findByLabelText('Your goal')) as HTMLTextAreaElement
    fireEvent.change(box, { target: { value: 'Walk at weekends' } })
    press('Save')
    expect(await screen.findByText('You changed this on two devices')).toBeTruthy()
    expect(screen.getByText('Walk at weekends')).toBeTruthy()
    expect(screen.getAllByText('Walk daily').length).toBeGreaterThan(0)
    expect(pushed[0]?.input).toMatchObject({ words: 'Walk at weekends', was: { words: 'Walk daily' } })
    press('Keep mine')
    await waitFor(() => expect(screen.queryByText('You changed this on two devices')).toBeNull())
    expect(pushed[1]?.input).toMatchObject({ words: 'Walk at weekends', was: { words: 'Walk daily' } })
    expect(pushed[1]?.input.changeId).not.toBe(pushed[0]?.input.changeId)
  })
})
