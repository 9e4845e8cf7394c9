import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../migrations/run.ts'
import type { ClientPlan } from './load/dialect.ts'

export interface Town {
  appUrl: string
  /** Rooms of so many, each client with a session of its own. */
  clients: ClientPlan[]
}

/**
 * A database of its own with `rooms` person–team conversations of `size` members: one person and a team of `size - 1`. Rows are made in sets,
 * as the features would have left them; the sessions' tokens are known here alone.
 */
export async function makeTown(ownerUrl: string, name: string, rooms: number, size: number): Promise<Town> {
  await asOwner(ownerUrl, (client) => client.query(`create database ${name}`))
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  await migrate(url.href, { appPassword: 'bench' })
  const tokens = Array.from({ length: rooms * size }, () => randomBytes(32).toString('base64url'))
  const clients = await asOwner(url.href, async (client) => {
    for (const step of fillSteps(rooms, size)) await client.query(step)
    await client.query(openSessions, [tokens.map((token) => createHash('sha256').update(token).digest())])
    const { rows } = await client.query(`select n, conversation_id, app from bench_client order by n`)
    await client.query('analyze')
    return rows.map(({ n, conversation_id, app }) => ({
      room: conversation_id,
      app,
      cookie: `__Host-weft_${app}=${tokens[n - 1]}`,
    }))
  })
  url.username = 'weft_app'
  url.password = 'bench'
  return { appUrl: url.href, clients }
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Client 1 of a room is the person, the others are its team, the first of them its coordinator. */
const fillSteps = (rooms: number, size: number): string[] => [
  `create table bench_client as
     select n, (n - 1) / ${size} + 1 as room, (n - 1) % ${size} as place, gen_random_uuid() as account_id, gen_random_uuid() as staff_id,
       case when (n - 1) % ${size} = 0 then 'people' else 'staff' end as app,
       case (n - 1) % ${size} when 0 then 'patient' when 1 then 'coordinator' else 'practitioner' end as hat
     from generate_series(1, ${rooms * size}) as n`,
  `create table bench_room as
     select room, gen_random_uuid() as service_id, gen_random_uuid() as contract_id, gen_random_uuid() as person_id,
       gen_random_uuid() as enrolment_id, gen_random_uuid() as conversation_id, gen_random_uuid() as note_id
     from generate_series(1, ${rooms}) as room`,
  `alter table bench_client add column conversation_id uuid`,
  `update bench_client c set conversation_id = r.conversation_id from bench_room r where r.room = c.room`,
  `insert into organisation (id, name, kinds) values ('00000000-0000-4000-8000-000000000001', 'Bench', '{provider,host}')`,
  `insert into service (id, org_id, name, plain_name, hours, phone)
     select service_id, '00000000-0000-4000-8000-000000000001', 'Service ' || room, 'Service ' || room,
       (select jsonb_agg(jsonb_build_object('weekday', d, 'open', '00:00', 'close', '23:59')) from generate_series(1, 7) d), '01632 960000' from bench_room`,
  `insert into contract (id, service_id, provider_id, commissioner_id, controller_id, basis_art6, basis_art9, retention_default, starts_on, ends_on, state)
     select contract_id, service_id, o.id, o.id, o.id, '6(1)(e)', '9(2)(h)', 'adult_care', '2025-01-01', '2030-01-01', 'active' from bench_room, organisation o`,
  `insert into person (id, known_as, identity_level) select person_id, 'Person ' || room, 'L2' from bench_room`,
  `insert into account (id, person_id, display_name)
     select c.account_id, case when c.place = 0 then r.person_id end, 'Member ' || c.n from bench_client c join bench_room r using (room)`,
  `insert into account_hat (account_id, hat) select account_id, hat from bench_client`,
  `insert into staff (id, account_id, org_id, job_title, work_email)
     select staff_id, account_id, '00000000-0000-4000-8000-000000000001', 'nurse', 'm' || n || '@demo.example' from bench_client where place > 0`,
  `insert into team_member (id, staff_id, service_id, role, from_at)
     select gen_random_uuid(), c.staff_id, r.service_id, case when c.place = 1 then 'coordinator' else 'member' end, now() - interval '30 days' from bench_client c join bench_room r using (room) where c.place > 0`,
  `insert into enrolment (id, person_id, service_id, contract_id, state, started_on, controller_id, legal_basis, retention_class)
     select enrolment_id, person_id, service_id, contract_id, 'active', current_date - 30, '00000000-0000-4000-8000-000000000001', '6(1)(e)', 'adult_care' from bench_room`,
  `insert into authz_grant (account_id, person_id, category, valid_from)
     select c.account_id, r.person_id, g, now() - interval '30 days' from bench_client c join bench_room r using (room),
       unnest(case when c.place = 0 then array['own','person_team'] else array['team','person_team','carer_team','team_note'] end) g`,
  `insert into conversation (id, person_id, kind, service_id, enrolment_id, last_at, controller_id, legal_basis, retention_class)
     select conversation_id, person_id, 'person_team', service_id, enrolment_id, now(), '00000000-0000-4000-8000-000000000001', '6(1)(e)', 'adult_care' from bench_room`,
  `insert into conversation (id, person_id, kind, service_id, note_of, last_at, controller_id, legal_basis, retention_class)
     select note_id, person_id, 'team_note', service_id, conversation_id, now(), '00000000-0000-4000-8000-000000000001', '6(1)(e)', 'adult_care' from bench_room`,
  `insert into topic_head (topic, epoch, seq, day)
     select 'conversation:' || id, (select epoch from topic_epoch), 0, current_date from conversation`,
  `insert into conversation_member (conversation_id, person_id, kind, account_id, hat, is_team, first_number, name, role, organisation)
     select r.conversation_id, r.person_id, 'person_team', c.account_id, c.hat, c.place > 0, 1, 'Member ' || c.n,
       case when c.place > 0 then 'nurse' end, case when c.place > 0 then 'Bench' end
     from bench_client c join bench_room r using (room)`,
]

const openSessions = `insert into session (id, account_id, app, hat, token_hash, created_at, last_used_at, ends_at, idle_seconds)
  select gen_random_uuid(), c.account_id, c.app, c.hat, t.hash, now(), now(), now() + interval '8 hours', 28800
  from bench_client c join unnest($1::bytea[]) with ordinality as t (hash, n) on t.n = c.n`
