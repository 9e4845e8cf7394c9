import { randomUUID } from 'node:crypto'
import { deskChannel } from '@weft/contract/conversations/channel.ts'
import { acknowledgeFlag, closeFlag, listFlags } from '@weft/contract/conversations/flags.ts'
import { endEnrolment, removeTeamMember } from '@weft/contract/organisations/operations.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { getOwn } from '@weft/contract/own/operations.ts'
import type { Answers } from '@weft/contract/questionnaires/answers.ts'
import { measures } from '@weft/contract/questionnaires/measures.ts'
import {
  answerQuestions,
  askQuestions,
  listQuestions,
  readAnswers,
  setMeasure,
} from '@weft/contract/questionnaires/operations.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askKofi } from '../../../test/strangers.ts'
import { convergesFor, eventsOf } from '../../../test/talk.ts'
import { type Actor, makeWorld, type World } from '../../../test/world.ts'

let world: World
let kofi: Actor
let sam: Actor
let nia: Actor
let personId: string
let serviceId: string
beforeEach(async () => {
  world = await makeWorld()
  kofi = await world.as('kofi')
  sam = await world.as('sam')
  nia = await world.as('nia')
  personId = kofi.scope.personId as string
  serviceId = world.cast.services.wellbeing
})
afterEach(() => world.close())

const all = (score: 0 | 1 | 2 | 3): Answers =>
  Object.fromEntries(measures.phq9.items.map(({ key }) => [key, key === 'self_harm_thoughts' ? 0 : score]))
const answer = (assignmentId: string, answers: Answers, more: object = {}) =>
  kofi.call(answerQuestions, { personId, changeId: randomUUID(), assignmentId, answers, ...more })
const flags = async (actor = sam) => (await actor.call(listFlags, {})).flags
const mine = async () => (await kofi.call(getOwn, { personId })).questions.sets

test('a set is asked, answered as it goes and sent; the team sees a total and band, the person no score', async () => {
  const assignmentId = await askKofi(world)
  expect(await mine()).toMatchObject([
    { assignmentId, measure: 'phq9', dueOn: '2026-04-20', responder: { name: 'Sam Okafor' }, answers: {} },
  ])
  await answer(assignmentId, { interest: 2 })
  expect((await sam.call(listQuestions, { personId, serviceId })).sets).toMatchObject([{ state: 'started' }])
  await answer(assignmentId, all(2), { isSent: true })
  const [sent] = (await nia.call(listQuestions, { personId, serviceId })).sets
  expect(sent).toMatchObject({ state: 'sent', isComplete: true, total: 16, band: 'moderately_severe', isMine: false })
  expect(JSON.stringify(sent)).not.toContain('interest')
  expect((await mine())[0]).not.toHaveProperty('total')
  expect(
    await kofi.try(answerQuestions, { personId, changeId: randomUUID(), assignmentId, answers: {} }),
  ).toMatchObject({
    problem: { code: 'wrong-state' },
  })
})

test('the team that asked hears that something moved, when it is asked, begun and sent, and no word of it', async () => {
  const topic = sharedChannel.topicOf({ personId, serviceId })
  await convergesFor(world, sam, sharedChannel, { personId, serviceId }, async () => {
    const assignmentId = await askKofi(world)
    await answer(assignmentId, { interest: 2 })
    await answer(assignmentId, { interest: 1 })
    await answer(assignmentId, all(2), { isSent: true })
  })
  const moved = { name: 'questions.changed', data: {} }
  const told = await eventsOf(world, topic)
  expect(told === 'too-old' ? told : told.map(({ name, data }) => ({ name, data }))).toEqual([moved, moved, moved])
  const elsewhere = sharedChannel.topicOf({ personId, serviceId: world.cast.services.coaching })
  expect(await eventsOf(world, elsewhere)).toEqual([])
})

test('single answers are the responder’s alone, and theirs only once they were sent', async () => {
  const assignmentId = await askKofi(world)
  await answer(assignmentId, { self_harm_thoughts: 1 })
  expect(await sam.try(readAnswers, { assignmentId })).toMatchObject({ status: 404 })
  await answer(assignmentId, { self_harm_thoughts: 1 }, { isSent: true })
  expect(await sam.call(readAnswers, { assignmentId })).toMatchObject({ answers: { self_harm_thoughts: 1 } })
  for (const other of [nia, kofi, await world.as('helen')])
    expect(await other.try(readAnswers, { assignmentId })).toMatchObject({ status: 404 })
})

test('when the reader has left, whoever the service names next reads the answers, and the person is told of them', async () => {
  const assignmentId = await askKofi(world)
  await answer(assignmentId, { self_harm_thoughts: 1 }, { isSent: true })
  const [nias] = await world.sql('select id from staff where account_id = $1', [nia.scope.accountId])
  const [place] = await world.sql('select id from team_member where staff_id = $1 and to_at is null', [
    sam.scope.staffId,
  ])
  await nia.call(removeTeamMember, { serviceId, teamMemberId: place.id })
  await nia.call(setMeasure, { serviceId, measure: 'phq9', isOn: true, responderStaffId: nias.id })
  expect(await sam.try(readAnswers, { assignmentId })).toMatchObject({ status: 404 })
  expect(await nia.call(readAnswers, { assignmentId })).toMatchObject({ answers: { self_harm_thoughts: 1 } })
  expect((await nia.call(listQuestions, { personId, serviceId })).sets).toMatchObject([
    { isMine: true, responder: 'Nia Hughes' },
  ])
  expect((await mine())[0]?.responder.name).toBe('Nia Hughes')
})

test('where the service shows it, the person sees their number, and only of a whole set', async () => {
  const assignmentId = await askKofi(world, { measure: 'gad7' })
  await nia.call(setMeasure, { serviceId, measure: 'gad7', isOn: true, showsTotal: true })
  await answer(assignmentId, { nervous: 3 }, { isSent: true })
  expect((await mine())[0]).not.toHaveProperty('total')
  const [set] = (await sam.call(listQuestions, { personId, serviceId })).sets
  expect(set).toMatchObject({ isComplete: false })
  expect(set).not.toHaveProperty('total')
})

test('an answer about self-harm opens a flag when it is saved, sent or not, once', async () => {
  const assignmentId = await askKofi(world)
  await convergesFor(world, sam, deskChannel, { conversationId: world.cast.conversations.kofi }, async () => {
    await answer(assignmentId, { self_harm_thoughts: 1 })
    await answer(assignmentId, { self_harm_thoughts: 1, interest: 1 })
  })
  expect(await flags()).toMatchObject([{ level: 'raised', source: 'item9' }])
  await answer(assignmentId, { self_harm_thoughts: 3 }, { wantsCall: true })
  expect(await flags()).toMatchObject([{ level: 'urgent', wantsCall: true }])
  await answer(assignmentId, { self_harm_thoughts: 0 }, { isSent: true })
  expect(await flags()).toMatchObject([{ level: 'urgent', wantsCall: true }])
})

test('no thoughts of self-harm open nothing', async () => {
  await answer(await askKofi(world), all(3), { isSent: true })
  expect(await flags()).toEqual([])
})

test('a flag is taken up by the first, and closed by a named human with an outcome; the same answer does not reopen it', async () => {
  const assignmentId = await askKofi(world)
  await answer(assignmentId, { self_harm_thoughts: 2 })
  const [flag] = await flags()
  const which = { conversationId: world.cast.conversations.kofi, flagId: flag?.flagId as string }
  await sam.call(acknowledgeFlag, which)
  expect((await nia.call(acknowledgeFlag, which)).acknowledged?.by).toBe('Sam Okafor')
  expect(await sam.try(closeFlag, which)).toMatchObject({ status: 422 })
  const closed = await sam.call(closeFlag, { ...which, outcome: 'spoke', note: 'Rang at ten.' })
  expect(closed.closed).toMatchObject({ by: 'Sam Okafor', outcome: 'spoke', note: 'Rang at ten.' })
  expect(await nia.try(closeFlag, { ...which, outcome: 'spoke' })).toMatchObject({ problem: { code: 'wrong-state' } })
  await answer(assignmentId, { self_harm_thoughts: 2, interest: 1 }, { isSent: true })
  expect(await flags()).toEqual([])
})

test('neither the person nor a carer nor a colleague of another team learns of a flag', async () => {
  await answer(await askKofi(world), { self_harm_thoughts: 2 })
  expect(JSON.stringify(await kofi.call(getOwn, { personId }))).not.toContain('flag')
  expect(await kofi.try(listFlags, {})).toMatchObject({ status: 404 })
  expect(await (await world.as('raj', 'carer')).try(listFlags, {})).toMatchObject({ status: 404 })
  expect(await flags(await world.as('priya', 'practitioner'))).toEqual([])
})

test('nothing is asked before the service has named a reader with hours, nor once they have left', async () => {
  const ask = () =>
    sam.try(askQuestions, { personId, serviceId, assignmentId: randomUUID(), measure: 'phq9', dueOn: '2026-04-20' })
  expect(await ask()).toMatchObject({ problem: { code: 'wrong-state' } })
  const on = { serviceId, measure: 'phq9' as const, isOn: true }
  expect(await nia.try(setMeasure, on)).toMatchObject({ problem: { fields: [{ path: 'hours' }] } })
  const hours = [{ weekday: 1, open: '09:00', close: '17:00' }]
  expect(await nia.try(setMeasure, { ...on, hours })).toMatchObject({
    problem: { fields: [{ path: 'responderStaffId' }] },
  })
  const priya = (await world.as('priya')).scope.staffId
  expect(await nia.try(setMeasure, { ...on, hours, responderStaffId: priya })).toMatchObject({ status: 422 })
  await nia.call(setMeasure, { ...on, hours, responderStaffId: sam.scope.staffId })
  expect(await ask()).toMatchObject({ ok: true })
})

test('asking twice is asking once, and a set comes again as many weeks after', async () => {
  const assignmentId = await askKofi(world, { repeatWeeks: 2 })
  const same = { personId, serviceId, assignmentId, measure: 'phq9', dueOn: '2026-04-20', repeatWeeks: 2 } as const
  await sam.call(askQuestions, same)
  expect(await sam.try(askQuestions, { ...same, dueOn: '2026-04-21' })).toMatchObject({ status: 422 })
  expect(await sam.try(askQuestions, { ...same, repeatWeeks: 3 })).toMatchObject({ status: 422 })
  await convergesFor(world, kofi, ownChannel, { personId }, () => answer(assignmentId, all(0), { isSent: true }))
  expect((await mine()).map(({ dueOn, submittedAt }) => [dueOn, submittedAt !== undefined])).toEqual([
    ['2026-05-04', false],
    ['2026-04-20', true],
  ])
})

test('asking several times in one moment is asking once, and told once', async () => {
  await askKofi(world)
  const topic = ownChannel.topicOf({ personId })
  const told = async () => {
    const events = await eventsOf(world, topic)
    return events === 'too-old' ? events : events.length
  }
  const before = (await told()) as number
  const once = { personId, serviceId, assignmentId: randomUUID(), measure: 'phq9', dueOn: '2026-04-27' } as const
  const answers = await Promise.all(Array.from({ length: 4 }, () => sam.try(askQuestions, once)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(await told()).toBe(before + 1)
})

test('a set is due within a year of today, so that the next of a row can always be counted', async () => {
  for (const dueOn of ['0001-01-01', '9999-12-31'])
    expect(
      await sam.try(askQuestions, { personId, serviceId, assignmentId: randomUUID(), measure: 'phq9', dueOn }),
    ).toMatchObject({ status: 422, problem: { fields: [{ path: 'dueOn' }] } })
})

test('what was not answered when a service ended is not asked any more; what was sent stays', async () => {
  const sent = await askKofi(world)
  await answer(sent, all(1), { isSent: true })
  await askKofi(world, { measure: 'gad7' })
  await convergesFor(world, kofi, ownChannel, { personId }, () =>
    kofi.call(endEnrolment, { enrolmentId: world.cast.enrolments.kofi, reason: 'finished', today: true }),
  )
  expect((await mine()).map((set) => set.assignmentId)).toEqual([sent])
})

test('an answer about self-harm that comes too late to be kept opens the flag all the same, once', async () => {
  const withdrawn = await askKofi(world)
  const sent = await askKofi(world)
  await answer(sent, all(1), { isSent: true })
  await kofi.call(endEnrolment, { enrolmentId: world.cast.enrolments.kofi, reason: 'finished', today: true })
  for (const assignmentId of [withdrawn, sent]) {
    const late = { personId, changeId: randomUUID(), assignmentId, answers: { self_harm_thoughts: 2 as const } }
    for (let times = 0; times < 2; times += 1)
      expect(await kofi.try(answerQuestions, late)).toMatchObject({ ok: false })
  }
  // Their team is theirs no more: whoever coordinates the service is there for what comes after the end.
  const [flag, other] = await flags(nia)
  expect([flag, other]).toMatchObject([{ level: 'urgent', formerName: 'Kofi' }, { level: 'urgent' }])
  expect(await flags()).toEqual([])
  const which = { conversationId: world.cast.conversations.kofi, flagId: flag?.flagId as string }
  expect(await sam.try(acknowledgeFlag, which)).toMatchObject({ status: 404 })
  expect((await nia.call(acknowledgeFlag, which)).acknowledged?.by).toBe('Nia Hughes')
  expect((await nia.call(closeFlag, { ...which, outcome: 'spoke' })).closed?.by).toBe('Nia Hughes')
  expect(await flags(nia)).toEqual([other])
  const [kept] = await world.sql('select answers from question_response where assignment_id = $1', [sent])
  expect(kept.answers).toEqual(all(1))
})

test('nobody opens a flag with a set that is not theirs, nor about a question that it does not have', async () => {
  const [phq9, gad7] = [await askKofi(world), await askKofi(world, { measure: 'gad7' })]
  const worst = { changeId: randomUUID(), answers: { self_harm_thoughts: 3 as const }, wantsCall: true as const }
  const gary = await world.as('gary')
  for (const who of [gary.scope.personId as string, personId])
    expect(await gary.try(answerQuestions, { ...worst, personId: who, assignmentId: phq9 })).toMatchObject({
      status: 404,
    })
  expect(await kofi.try(answerQuestions, { ...worst, personId, assignmentId: gad7 })).toMatchObject({ status: 422 })
  expect(await flags()).toEqual([])
})

test('a question that the measure does not have is refused with its name', async () => {
  const assignmentId = await askKofi(world, { measure: 'gad7' })
  const strange = { personId, changeId: randomUUID(), assignmentId, answers: { interest: 1 as const } }
  expect(await kofi.try(answerQuestions, strange)).toMatchObject({
    problem: { fields: [{ path: 'answers.interest' }] },
  })
})
