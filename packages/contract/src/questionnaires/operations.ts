import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { OpenIntervalChange } from '../organisations/shapes.ts'
import { ownChange } from '../own/part.ts'
import { Id, LocalDate, Nothing, whole } from '../scalars.ts'
import { Answers, MeasureName } from './answers.ts'
import { MeasureUse, TeamQuestionSet } from './shapes.ts'

/** Saved as it goes, and sent once. What is saved already counts: an answer about self-harm opens a flag before anything is sent. */
export const answerQuestions = defineOperation({
  name: 'questions.answer',
  method: 'PUT',
  path: '/api/people/:personId/questions/:assignmentId',
  summary: 'Save my answers to a set of questions, or send them to the team that asked.',
  permission: 'own.write',
  input: z.strictObject({
    ...ownChange,
    assignmentId: Id,
    /** All that are given so far; a question left out was skipped or not reached. */
    answers: Answers,
    isSent: z.optional(z.literal(true)),
    wantsCall: z.optional(z.literal(true)),
  }),
  output: Nothing,
  problems: ['same-id-other-words', 'wrong-state'],
})

export const askQuestions = defineOperation({
  name: 'questions.ask',
  method: 'POST',
  path: '/api/people/:personId/services/:serviceId/questions',
  summary: 'Ask a person a set of questions; somebody is named to read the answers.',
  permission: 'questions.ask',
  input: z.strictObject({
    personId: Id,
    serviceId: Id,
    assignmentId: Id,
    measure: MeasureName,
    dueOn: LocalDate,
    repeatWeeks: z.optional(whole(1, 52)),
  }),
  output: TeamQuestionSet,
  status: 201,
  problems: ['wrong-state', 'same-id-other-words', 'id-taken'],
})

export const listQuestions = defineOperation({
  name: 'questions.list',
  method: 'GET',
  path: '/api/people/:personId/services/:serviceId/questions',
  summary: 'The sets of questions that this team asked, with totals and without single answers.',
  permission: 'questions.read',
  input: z.strictObject({ personId: Id, serviceId: Id }),
  output: z.object({ sets: z.array(TeamQuestionSet), asks: z.array(MeasureUse) }),
  problems: ['reason-needed'],
})

/** The responder alone: item by item. */
export const readAnswers = defineOperation({
  name: 'questions.readAnswers',
  method: 'GET',
  path: '/api/questions/:assignmentId/answers',
  summary: 'The answers one by one, for whoever is named to read them.',
  permission: 'questions.answers',
  input: z.strictObject({ assignmentId: Id }),
  output: z.object({ measure: MeasureName, answers: Answers, wantsCall: z.boolean() }),
})

export const listMeasures = defineOperation({
  name: 'measure.list',
  method: 'GET',
  path: '/api/services/:serviceId/measures',
  summary: 'Which questions this service asks, and who reads what comes back.',
  permission: 'service.read',
  input: z.strictObject({ serviceId: Id }),
  output: z.object({ measures: z.array(MeasureUse) }),
})

/** The gate (domain.md 8): nothing is asked before the service has switched it on and named somebody with hours to read it. */
export const setMeasure = defineOperation({
  name: 'measure.set',
  method: 'PUT',
  path: '/api/services/:serviceId/measures/:measure',
  summary: 'Switch a measure on or off, and name who reads the answers and when.',
  permission: 'service.manage',
  input: z.strictObject({
    serviceId: Id,
    measure: MeasureName,
    isOn: z.boolean(),
    responderStaffId: z.optional(Id),
    hours: z.optional(z.array(OpenIntervalChange).check(z.maxLength(50))),
    showsTotal: z.optional(z.boolean()),
  }),
  output: MeasureUse,
})
