import type { Cell } from './csv.ts'
import type { Held } from './gather.ts'
import type { Table } from './tables-of.ts'
import { plain } from './words.ts'

const day = (at: unknown) => (at instanceof Date ? at.toISOString() : (at as Cell))

const measures: Record<string, string> = { phq9: 'PHQ-9', gad7: 'GAD-7' }

const answersOf = (answers: Record<string, number>): string =>
  Object.entries(answers)
    .map(([question, answer]) => `${plain(question)}: ${answer}`)
    .join('\n')

/** What a sharing choice is over, in the person's own words where it is one thing of theirs. */
function sharedThing(file: Held['file'], scope: string): string {
  const [kind = '', id = ''] = scope.split(':')
  const named = { goal: file.goals, problem: file.problems }[kind]?.find((one) => one.id === id)?.words
  const written = file.diary.find((one) => one.id === id)?.forDate
  const what = named ?? written
  if (what) return `${kind}: ${what}`
  return kind === 'goals' ? `goals: ${plain(id)}` : plain(kind)
}

/** What services hold and the person may have, and what passed between them. */
export function tablesWithServices({
  file,
  services,
  sharing,
  messages,
  questionnaires,
  suggestions,
  comments,
  looked,
}: Held): Table[] {
  return [
    {
      name: 'services',
      title: 'Services I am or was with',
      columns: ['Service', 'Organisation', 'State', 'Since', 'Until', 'Legal basis', 'How long notes are kept'],
      rows: services.map((one) => [
        one.service,
        one.organisation,
        plain(one.state),
        day(one.started_on),
        day(one.ends_at),
        one.legal_basis,
        plain(one.retention_class),
      ]),
    },
    {
      name: 'sharing',
      title: 'What I shared',
      columns: ['Service', 'What', 'Since', 'Until', 'State'],
      rows: sharing.map((one) => [
        one.service,
        sharedThing(file, one.scope),
        day(one.started_at),
        day(one.to_at),
        plain(one.state),
      ]),
    },
    {
      name: 'messages',
      title: 'Messages',
      columns: ['Sent', 'Service', 'From', 'Role', 'Organisation', 'Message', 'Earlier texts', 'Kind', 'Withdrawn'],
      rows: messages.map((one) => [
        one.at,
        one.service,
        one.name,
        one.role,
        one.organisation,
        one.text,
        one.edits.map(({ text, until }) => `Until ${until}: ${text}`).join('\n'),
        kindOf(one),
        one.withdrawnAt,
      ]),
    },
    {
      name: 'questionnaires',
      title: 'Questions from services',
      columns: ['Sent', 'Service', 'Questions', 'Answers', 'Score'],
      rows: questionnaires.map((one) => [
        day(one.submitted_at ?? one.started_at),
        one.service,
        measures[one.measure] ?? one.measure,
        answersOf(one.answers),
        one.total,
      ]),
    },
    {
      name: 'suggested-goals',
      title: 'Goals that were suggested to me',
      columns: ['When', 'Service', 'By', 'Goal', 'Why', 'State'],
      rows: suggestions.map((one) => [
        day(one.created_at),
        one.service,
        one.by_name,
        one.words,
        one.why,
        plain(one.state),
      ]),
    },
    {
      name: 'goal-comments',
      title: 'What services wrote about my goals',
      columns: ['When', 'Service', 'By', 'Role', 'Goal', 'Comment', 'Withdrawn'],
      rows: comments.map((one) => [
        day(one.created_at),
        one.service,
        one.by_name,
        one.by_role,
        file.goals.find(({ id }) => id === one.goal_id)?.words,
        one.words,
        day(one.withdrawn_at),
      ]),
    },
    {
      name: 'who-looked',
      title: 'Who looked, or wrote',
      columns: ['When', 'As', 'What', 'Kind', 'Why'],
      rows: looked.map((one) => [
        day(one.at),
        plain(one.hat),
        plain(one.action),
        plain(one.item_kind),
        plain(one.purpose),
      ]),
    },
  ]
}

const kindOf = (one: { isCorrection: boolean; isAutomatic: boolean }) =>
  one.isCorrection ? 'correction' : one.isAutomatic ? 'automatic reply' : ''
