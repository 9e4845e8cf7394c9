import type { Answers, MeasureName } from './answers.ts'

export interface Item {
  key: string
  /** The official wording, unchanged **(confirm before live use)**. */
  text: string
  /** LOINC, where there is one (domain.md 15). */
  code?: string
  /** Asked and kept, not part of the total; its answers are worded otherwise. */
  options?: readonly [string, string, string, string]
}

export interface Band {
  from: number
  name: 'minimal' | 'mild' | 'moderate' | 'moderately_severe' | 'severe'
}

export interface Measure {
  /** As staff know it. */
  name: string
  stem: string
  items: readonly Item[]
  bands: readonly Band[]
  max: number
  /** Of the total: SNOMED CT and LOINC. */
  codes: { snomed: string; loinc: string }
}

export const options = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'] as const

/**
 * PHQ-9 (Spitzer, Williams, Kroenke; free to use) and GAD-7 (Spitzer et al. 2006; free to use), domain.md 8. Bands: PHQ-9 5/10/15/20,
 * GAD-7 5/10/15 (Kroenke 2001; Spitzer 2006).
 */
export const measures: Record<MeasureName, Measure> = {
  phq9: {
    name: 'PHQ-9',
    stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
    items: [
      { key: 'interest', text: 'Little interest or pleasure in doing things', code: '44250-9' },
      { key: 'low_mood', text: 'Feeling down, depressed, or hopeless', code: '44255-8' },
      { key: 'sleep', text: 'Trouble falling or staying asleep, or sleeping too much', code: '44259-0' },
      { key: 'energy', text: 'Feeling tired or having little energy', code: '44254-1' },
      { key: 'appetite', text: 'Poor appetite or overeating', code: '44251-7' },
      {
        key: 'self_worth',
        text: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
        code: '44258-2',
      },
      {
        key: 'concentration',
        text: 'Trouble concentrating on things, such as reading the newspaper or watching television',
        code: '44252-5',
      },
      {
        key: 'psychomotor',
        text: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      },
      {
        key: 'self_harm_thoughts',
        text: 'Thoughts that you would be better off dead or of hurting yourself in some way',
      },
      {
        key: 'function',
        text: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
        options: ['Not difficult at all', 'Somewhat difficult', 'Very difficult', 'Extremely difficult'],
      },
    ],
    bands: [
      { from: 20, name: 'severe' },
      { from: 15, name: 'moderately_severe' },
      { from: 10, name: 'moderate' },
      { from: 5, name: 'mild' },
      { from: 0, name: 'minimal' },
    ],
    max: 27,
    codes: { snomed: '720433000', loinc: '44261-6' },
  },
  gad7: {
    name: 'GAD-7',
    stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
    items: [
      { key: 'nervous', text: 'Feeling nervous, anxious or on edge' },
      { key: 'control_worry', text: 'Not being able to stop or control worrying' },
      { key: 'worry_too_much', text: 'Worrying too much about different things' },
      { key: 'relaxing', text: 'Trouble relaxing' },
      { key: 'restless', text: 'Being so restless that it is hard to sit still' },
      { key: 'irritable', text: 'Becoming easily annoyed or irritable' },
      { key: 'afraid', text: 'Feeling afraid as if something awful might happen' },
    ],
    bands: [
      { from: 15, name: 'severe' },
      { from: 10, name: 'moderate' },
      { from: 5, name: 'mild' },
      { from: 0, name: 'minimal' },
    ],
    max: 21,
    codes: { snomed: '445455005', loinc: '70274-6' },
  },
}

/** The first key that the measure does not have. */
export function strangeKey(measure: MeasureName, answers: Answers): string | undefined {
  const known = new Set(measures[measure].items.map((item) => item.key))
  return Object.keys(answers).find((key) => !known.has(key))
}

export interface Outcome {
  isComplete: boolean
  /** Sum of the scored items; absent unless all of them were answered: a part is never scaled up. */
  total?: number
  band?: Band['name']
}

export function score(measure: MeasureName, answers: Answers): Outcome {
  const { items, bands } = measures[measure]
  const scored = items.filter((item) => !item.options).map((item) => answers[item.key])
  if (scored.some((one) => one === undefined)) return { isComplete: false }
  const total = scored.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  return { isComplete: true, total, band: bands.find((band) => total >= band.from)?.name }
}
