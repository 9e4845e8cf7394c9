import { noParts } from '@weft/contract/plans/document-acts.ts'
import type { World as Live } from '../world.ts'
import type { Thing } from './oracle.ts'

/** What people of a random world keep: of each kind one thing that is shared and one that is private. */
export interface PersonalRow extends Thing {
  table: string
  /** How the noun's own read names it. */
  key: string
}

const values = `unnest($1::uuid[]) p cross join unnest('{private,shared}'::text[]) v`
/** The shared one of a kind whose things are shared one by one has its person's id, as the choices of a random world name it. */
const oneId = `case when v = 'shared' then p else gen_random_uuid() end`
const made = `$2::timestamptz, $2::timestamptz`
const day = `$2::date - case when v = 'shared' then 1 else 2 end`

const inserts = [
  `insert into goal (id, person_id, words, type, visibility, origin, state, made_at, created_at)
   select ${oneId}, p, 'x', 'money', v, 'self', 'active', ${made} from ${values}`,
  `insert into diary_entry (id, person_id, body, visibility, for_date, written_at, changed_at)
   select ${oneId}, p, 'x', v, $2::date, ${made} from ${values}`,
  `insert into coping_strategy (id, person_id, words, visibility, created_at)
   select gen_random_uuid(), p, 'x', v, $2 from ${values}`,
  `insert into sleep_entry (id, person_id, for_date, minutes_slept, zone, visibility, recorded_at, created_at, created_by, created_hat)
   select gen_random_uuid(), p, ${day}, 60, 'Europe/London', v, ${made}, p, 'patient' from ${values}`,
  `insert into mood_entry (id, person_id, for_date, face, visibility, recorded_at, created_at, created_by, created_hat)
   select gen_random_uuid(), p, ${day}, 3, v, $2::timestamptz - interval '1 day', $2::timestamptz - interval '1 day', p, 'patient' from ${values}`,
  `insert into tracker (id, person_id, kind, words, visibility, created_at, created_by, created_hat)
   select ${oneId}, p, 'problem', 'x', v, $2::timestamptz, p, 'patient' from ${values}`,
  `insert into problem_rating (id, person_id, tracker_id, for_date, value, visibility, recorded_at, created_at, created_by, created_hat)
   select gen_random_uuid(), t.person_id, t.id, $2::date, 3, t.visibility, $2::timestamptz, $2::timestamptz, t.person_id, 'patient'
   from tracker t where t.kind = 'problem' and t.person_id = any ($1)`,
  `insert into goal_step (id, person_id, goal_id, visibility, text, position, created_at)
   select gen_random_uuid(), person_id, id, visibility, 'x', 1, $2::timestamptz from goal where person_id = any ($1)`,
  `insert into goal_rating (id, person_id, goal_id, visibility, value, for_date, recorded_at, created_at)
   select gen_random_uuid(), person_id, id, visibility, 3, $2::date, ${made} from goal where person_id = any ($1)`,
  `insert into person_text (person_id, kind, content, visibility, changed_at, created_at, version)
   select p, k, case when k = 'about_me' then '{}' else '${JSON.stringify(noParts)}' end::jsonb, case when k = 'about_me' then 'private' else 'shared' end,
     ${made}, 1
   from unnest($1::uuid[]) p cross join unnest('{safety_plan,about_me}'::text[]) k`,
]

/** What each service's team saved of what each person shared, whether it is shared now or not. */
const copies = `
  insert into record_copy (id, person_id, service_id, items, content, by_name, controller_id, legal_basis, retention_class, created_at, created_by, created_hat)
  select gen_random_uuid(), p, s.id, '[]', '{}', 'x', s.org_id, 'x', 'x', $2, p, 'practitioner' from unnest($1::uuid[]) p cross join service s`

/** What each service's team wrote about each goal, whether it sees it now or not: words that tell whose they are. */
const comments = `
  insert into goal_comment (id, person_id, service_id, goal_id, words, by_name, controller_id, legal_basis, retention_class, created_at, created_by, created_hat)
  select gen_random_uuid(), g.person_id, s.id, g.id, s.id, 'x', s.org_id, 'x', 'x', $2, g.person_id, 'practitioner'
  from goal g cross join service s where g.person_id = any ($1)`

export async function keepPersonalRows({ sql }: Live, people: readonly string[], now: number): Promise<void> {
  for (const insert of [...inserts, copies, comments]) await sql(insert, [people, new Date(now)])
}

interface Kind {
  table: string
  key: string
  scopes: (id: string) => string[]
  isOne?: true
  /** Of a table that holds others too. */
  where?: string
  id?: string
}
const kinds: Record<string, Kind> = {
  goal: { table: 'goal', key: 'id', scopes: (id) => [`goal:${id}`, 'goals:money'] },
  diary: { table: 'diary_entry', key: 'id', scopes: (id) => [`diary:${id}`], isOne: true },
  coping: { table: 'coping_strategy', key: 'id', scopes: () => ['coping'] },
  sleep: { table: 'sleep_entry', key: 'for_date::text', scopes: () => ['sleep'] },
  mood: { table: 'mood_entry', key: 'id', scopes: () => ['mood'] },
  problem: { table: 'tracker', key: 'id', scopes: (id) => [`problem:${id}`], isOne: true, where: `kind = 'problem'` },
  safety_plan: oneText('safety_plan'),
  about_me: oneText('about_me'),
}

function oneText(kind: string): Kind {
  return {
    table: 'person_text',
    id: 'person_id',
    key: 'kind',
    scopes: () => [kind],
    isOne: true,
    where: `kind = '${kind}'`,
  }
}

/** Those of things that are shared, and those of what is shown with them. */
export const personalTables = [
  ...new Set(Object.values(kinds).map(({ table }) => table)),
  'problem_rating',
  'goal_step',
  'goal_rating',
]

/** As they are now: choices move their visibility. */
export async function readPersonalRows({ sql }: Live, people: readonly string[]): Promise<PersonalRow[]> {
  const found: PersonalRow[] = []
  for (const [kind, { table, id = 'id', key, scopes, isOne, where = 'true' }] of Object.entries(kinds)) {
    const rows = await sql(
      `select ${id} as id, ${key} as key, person_id, visibility, created_at from ${table} where person_id = any ($1) and ${where}`,
      [people],
    )
    for (const row of rows)
      found.push({
        table,
        key: row.key,
        kind,
        recordClass: 'personal',
        personId: row.person_id,
        visibility: row.visibility,
        scopes: scopes(row.id),
        ...(!isOne && { madeAt: row.created_at.getTime() }),
      })
  }
  return found
}
