import type { OpenInterval } from '@weft/contract/organisations/shapes.ts'
import type { Answers, MeasureName } from '@weft/contract/questionnaires/answers.ts'
import type { Outcome } from '@weft/contract/questionnaires/measures.ts'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export interface ServiceMeasureTable {
  service_id: string
  measure: MeasureName
  is_on: boolean
  responder_id: string | null
  hours: Json<OpenInterval[]>
  shows_total: boolean
  version: Generated<number>
}

export interface QuestionAssignmentTable {
  id: string
  person_id: string
  service_id: string
  measure: MeasureName
  due_on: string
  repeat_weeks: number | null
  responder_id: string
  asked_by: string
  asked_name: string
  asked_at: Date
  withdrawn_at: Date | null
  controller_id: string
  legal_basis: string
  retention_class: string
}

export interface QuestionResponseTable {
  assignment_id: string
  person_id: string
  answers: Json<Answers>
  is_complete: boolean
  total: number | null
  band: NonNullable<Outcome['band']> | null
  wants_call: boolean
  risk_level: 'raised' | 'urgent' | null
  started_at: Date
  submitted_at: Date | null
}

declare module '../../platform/database.ts' {
  interface Database {
    service_measure: ServiceMeasureTable
    question_assignment: QuestionAssignmentTable
    question_response: QuestionResponseTable
  }
}
