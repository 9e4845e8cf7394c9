import * as z from 'zod/mini'
import { OpenInterval, ServiceHours } from '../organisations/shapes.ts'
import { Id, Instant, LocalDate } from '../scalars.ts'
import { Answers, MeasureName } from './answers.ts'

/** Minimal, mild, moderate, moderately severe or severe; staff words, never shown to the person as a verdict. */
export const BandName = z.enum(['minimal', 'mild', 'moderate', 'moderately_severe', 'severe'])

/** A set of questions that a team asked, as the person has it: their own answers with it. */
export const QuestionSet = z.object({
  assignmentId: Id,
  serviceId: Id,
  serviceName: z.string(),
  measure: MeasureName,
  dueOn: LocalDate,
  /** Who reads the answers, and when they are there to. */
  responder: z.object({
    name: z.string(),
    hours: ServiceHours,
    bankHolidays: z.array(z.object({ date: LocalDate, name: z.string() })),
  }),
  answers: Answers,
  submittedAt: z.optional(Instant),
  /** Only where the service shows it, and only when every question was answered. */
  total: z.optional(z.number()),
})
export type QuestionSet = z.infer<typeof QuestionSet>

export const Questions = z.object({
  /** Due first, then sent, newest first. */
  sets: z.array(QuestionSet),
})
export type Questions = z.infer<typeof Questions>

/** One set as the person's team sees it: no answer to any one question, for the total of nine would give the ninth away. */
export const TeamQuestionSet = z.object({
  assignmentId: Id,
  measure: MeasureName,
  dueOn: LocalDate,
  repeatWeeks: z.optional(z.number()),
  askedBy: z.string(),
  responder: z.string(),
  /** The viewer is the one who reads the answers. */
  isMine: z.boolean(),
  state: z.enum(['waiting', 'started', 'sent']),
  submittedAt: z.optional(Instant),
  isComplete: z.optional(z.boolean()),
  total: z.optional(z.number()),
  band: z.optional(BandName),
})
export type TeamQuestionSet = z.infer<typeof TeamQuestionSet>

/** Whether a service asks a measure, who answers for what comes back, and when they are there to. */
export const MeasureUse = z.object({
  measure: MeasureName,
  isOn: z.boolean(),
  responder: z.optional(z.object({ staffId: Id, name: z.string() })),
  hours: z.array(OpenInterval),
  /** The person sees their total as a number with plain words. */
  showsTotal: z.boolean(),
})
export type MeasureUse = z.infer<typeof MeasureUse>
