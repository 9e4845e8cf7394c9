import type { FeedbackHat, FeedbackLanguage, FeedbackSubject } from '@weft/contract/tips/feedback.ts'
import type { ContentLanguage, ContentState, FiveWay, Source, Topic } from '@weft/contract/tips/shapes.ts'
import type { Generated } from 'kysely'

type Instant = Date

export interface ContentTable {
  id: string
  kind: 'tip' | 'story'
  slug: string
  state: ContentState
  version: number
  published_version: number | null
  published_at: Instant | null
  retired_at: Instant | null
  record_class: Generated<string>
  controller_id: string | null
  legal_basis: Generated<string>
  retention_class: Generated<string>
  created_at: Instant
  created_by: string
  changed_at: Instant
}

export interface ContentVersionTable {
  content_id: string
  version: number
  title: string
  summary: string
  body: string
  minutes: number
  five_ways: FiveWay[]
  topics: Topic[]
  age_band: 'everyone' | 'under_18' | 'adults' | 'over_65'
  language: ContentLanguage
  sources: Source[]
  author_line: string
  consent_ref: string | null
  review_by: string
  written_by: string
  written_at: Instant
  search: string
}

export interface ContentRatingTable {
  content_id: string
  helped: number
  not_helped: number
}

export interface TipBookmarkTable {
  person_id: string
  content_id: string
  saved_at: Instant
  record_class: Generated<string>
}

export interface TipTopicsTable {
  person_id: string
  topics: Topic[]
  record_class: Generated<string>
  changed_at: Instant
}

export interface FeedbackTable {
  id: string
  subject: FeedbackSubject
  words: string
  language: FeedbackLanguage
  screen: string | null
  hat: FeedbackHat | null
  received_on: string
  due_on: string
  state: 'open' | 'done'
  answer: string | null
  done_on: string | null
  done_by: string | null
}

export interface FeedbackAddressTable {
  feedback_id: string
  email: string
}

declare module '../../platform/database.ts' {
  interface Database {
    content: ContentTable
    content_version: ContentVersionTable
    content_rating: ContentRatingTable
    tip_bookmark: TipBookmarkTable
    tip_topics: TipTopicsTable
    feedback: FeedbackTable
    feedback_address: FeedbackAddressTable
  }
}
