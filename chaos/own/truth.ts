import type { Ground } from '../ground.ts'
import type { OwnTruth } from './history.ts'
import { wordsIn } from './onlooker.ts'
import { readReminders } from './reminders.ts'

/** What is current of each noun: the words, and by what they are known in `Setting.what`. */
const standing: readonly (readonly [table: string, what: string, words: string])[] = [
  ['sleep_entry', `'sleep ' || for_date`, 'note'],
  ['mood_entry', `'mood ' || id`, 'note'],
  ['problem_rating', `'rating ' || tracker_id || ' ' || for_date`, 'note'],
  ['tracker', `'problem ' || id`, 'words'],
  ['goal', `'goal ' || id`, 'words'],
  ['goal_step', `'step ' || id`, 'text'],
  ['diary_entry', `'diary ' || id`, 'body'],
]

const marks: readonly (readonly [table: string, what: string, isSet: string])[] = [
  ['mood_entry', `'mood ' || id || ' removed'`, 'removed_at is not null'],
  ['goal', `'goal ' || id || ' deleted'`, 'deleted_at is not null'],
  ['goal_step', `'step ' || id || ' done'`, 'done_at is not null'],
  ['diary_entry', `'diary ' || id || ' deleted'`, 'deleted_at is not null'],
]

const before: readonly (readonly [table: string, said: string])[] = [
  ['tracker_version', 'was::text'],
  ['goal_version', 'was::text'],
  ['diary_entry_version', 'body'],
]

/** Reads what owners really have, as the superuser. */
export async function readOwnTruth(ground: Ground): Promise<Omit<OwnTruth, 'states'>> {
  const changes = await ground.sql('select change_id from own_change')
  const now = await ground.sql(
    standing
      .map(
        ([table, what, words]) =>
          `select person_id, ${what} as what, ${words} as said from ${table} where ${words} is not null`,
      )
      .join(' union all '),
  )
  const marked = await ground.sql(
    marks
      .map(
        ([table, what, isSet]) =>
          `select person_id, ${what} as what, case when ${isSet} then 'yes' else 'no' end as said from ${table}`,
      )
      .join(' union all '),
  )
  const earlier = await ground.sql(
    before.map(([table, said]) => `select ${said} as said from ${table}`).join(' union all '),
  )
  const shares = await ground.sql(
    `select distinct on (person_id, scope) person_id, 'share ' || scope as what, case when state = 'granted' then 'live' else 'stopped' end as said
     from share_grant order by person_id, scope, state = 'granted' desc`,
  )
  const words = now.map((row) => row.said as string)
  return {
    changes: new Set(changes.map((row) => row.change_id)),
    words,
    kept: new Set([...words, ...earlier.flatMap((row) => wordsIn(row.said))]),
    entries: await readEntries(ground),
    settings: new Map([...now, ...marked, ...shares].map((row) => [`${row.person_id} ${row.what}`, row.said])),
    steps: await readSteps(ground),
    reminders: await readReminders(ground),
  }
}

async function readEntries(ground: Ground): Promise<Map<string, string[]>> {
  const rows = await ground.sql(
    `select entry_id, version, body from diary_entry_version union all select id, version, body from diary_entry order by 1, 2`,
  )
  const entries = new Map<string, string[]>()
  for (const { entry_id: id, body } of rows) entries.set(id, [...(entries.get(id) ?? []), body])
  return entries
}

async function readSteps(ground: Ground): Promise<Map<string, string[]>> {
  const rows = await ground.sql('select goal_id, text from goal_step order by goal_id, position, id')
  const steps = new Map<string, string[]>()
  for (const { goal_id: id, text } of rows) steps.set(id, [...(steps.get(id) ?? []), text])
  return steps
}
