import type { ContentLanguage, FiveWay, Source, Topic } from '@weft/contract/tips/shapes.ts'

/** A tip or a story of the pilot's editors. */
export interface DemoPiece {
  slug: string
  kind: 'tip' | 'story'
  title: string
  summary: string
  body: string
  fiveWays: FiveWay[]
  topics: Topic[]
  language: ContentLanguage
  sources: Source[]
  authorLine: string
  /** Day by which it is looked at again; a year on, unless told. */
  reviewDay?: number
  /** How far it came; `published` unless told. */
  until?: 'draft' | 'in_review'
}

export const source = (title: string, url: string): Source => ({ title, url })
export const everyMind = source('NHS: Every Mind Matters', 'https://www.nhs.uk/every-mind-matters/')
export const fiveSteps = source(
  'NHS: 5 steps to mental wellbeing',
  'https://www.nhs.uk/mental-health/self-help/guides-tools-and-activities/five-steps-to-mental-wellbeing/',
)
export const editors = 'The Whitlow editors (demo)'
