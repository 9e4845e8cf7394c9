// Why: conversations with members by spans, messages with their edits, read marks and hidden messages.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
create table conversation (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('person_team','carer_team','team_note')),
  service_id uuid not null references service (id),
  enrolment_id uuid references enrolment (id),
  carer_link_id uuid references carer_link (id),
  note_of uuid references conversation (id),
  state text not null default 'open' check (state in ('open','closed')),
  closed_at timestamptz,
  team_seen_through bigint not null default 0,
  team_seen_at timestamptz,
  other_seen_through bigint not null default 0,
  other_seen_at timestamptz,
  awaiting_since timestamptz,
  due_at timestamptz,
  /** The newest message or line. */
  last_number bigint not null default 0,
  /** When somebody last wrote; lines of the thread do not count. */
  last_at timestamptz not null,
  last_auto_at timestamptz,
  /** The newest event that changes what a row of the inbox shows, and whether the inbox has yet to be told of it. */
  changed_number bigint not null default 0,
  is_ungathered boolean not null default false,
  /** The whole team belongs, so the team's inbox may show it; else only its members' own lists do. */
  is_whole_team boolean not null default true,
  record_class text not null default 'service',
  controller_id uuid not null,
  legal_basis text not null,
  retention_class text not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null default 1
-- Each send updates its conversation's row: room in the page, and no index on what a send changes, keep that update in place.
) with (fillfactor = 60);
create index conversation_person on conversation (person_id);
create index conversation_service on conversation (service_id);
create index conversation_ungathered on conversation (service_id) where is_ungathered;
create unique index conversation_one_person_team on conversation (enrolment_id) where kind = 'person_team';
create unique index conversation_one_carer_team on conversation (carer_link_id, service_id) where kind = 'carer_team';
create unique index conversation_one_note on conversation (note_of) where kind = 'team_note';
call protect('conversation',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  array['channels','access','jobs','demo','batch','erasure']);

-- Whoever belongs or belonged, by spans of event numbers; a returning member starts a new span.
create table conversation_member (
  conversation_id uuid not null references conversation (id),
  person_id uuid not null,
  kind text not null,
  account_id uuid not null references account (id),
  hat text not null,
  is_team boolean not null,
  first_number bigint not null,
  last_number bigint,
  name text not null,
  role text,
  organisation text,
  relationship text,
  primary key (conversation_id, account_id, hat, first_number)
);
create unique index conversation_member_current on conversation_member (conversation_id, account_id, hat) where last_number is null;
create index conversation_member_account on conversation_member (account_id, hat) where last_number is null;
create index conversation_member_person on conversation_member (person_id);
call protect('conversation_member',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  'false',
  array['channels','access','jobs','demo','batch','erasure']);

-- record_class, controller, basis and retention are the conversation's: one message never has others. No foreign keys: each would lock a
-- row of its author or conversation with every send; both come from the membership that the same transaction has just read.
create table message (
  id uuid primary key,
  person_id uuid not null,
  conversation_id uuid not null,
  kind text not null,
  number bigint not null,
  message_kind text not null default 'message' check (message_kind in ('message','auto','event','correction')),
  author_id uuid,
  author_hat text,
  author jsonb,
  on_behalf_of uuid,
  body text not null,
  body_hash bytea,
  reply_to_id uuid,
  corrects_id uuid,
  keep_from_person boolean not null default false,
  line jsonb,
  due_at timestamptz,
  sent_at timestamptz not null,
  edited_at timestamptz,
  edits jsonb not null default '[]',
  withdrawn_at timestamptz,
  withdrawn_by text,
  filed text not null default 'no' check (filed in ('no','filed'))
);
-- Pages of a thread by number; and unread counts from the index alone. None by person: a person's messages are found by their conversations,
-- and an index more is paid for with each message.
create unique index message_number on message (conversation_id, number) include (author_id, withdrawn_at);
call protect('message',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  array['channels','access','jobs','demo','batch','erasure']);

-- What a withdrawn message said: kept for the record, read in a privacy officer's case and nowhere else.
create table withdrawn_text (
  message_id uuid primary key references message (id),
  person_id uuid not null,
  kind text not null,
  body text not null,
  edits jsonb not null default '[]',
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null
);
create index withdrawn_text_person on withdrawn_text (person_id);
call protect('withdrawn_text',
  'false',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  array['audit','erasure']);

-- Each reader's own mark under each hat. Unread is counted from the log, never stored.
create table conversation_read (
  conversation_id uuid not null references conversation (id),
  person_id uuid not null,
  account_id uuid not null references account (id),
  hat text not null,
  read_through bigint not null default 0,
  primary key (account_id, hat, conversation_id)
);
create index conversation_read_person on conversation_read (person_id);
call protect('conversation_read', 'account_id = (select app_account())', 'account_id = (select app_account())', array['access','jobs','demo','batch','erasure']);

create table message_hidden (
  message_id uuid not null references message (id),
  person_id uuid not null,
  conversation_id uuid not null references conversation (id),
  account_id uuid not null references account (id),
  hat text not null,
  primary key (account_id, hat, message_id)
);
create index message_hidden_person on message_hidden (person_id);
create index message_hidden_conversation on message_hidden (account_id, hat, conversation_id);
call protect('message_hidden', 'account_id = (select app_account())', 'account_id = (select app_account())', array['access','jobs','demo','erasure']);
-- A hidden message may be shown again by whoever hid it.
drop policy message_hidden_delete on message_hidden;
create policy message_hidden_delete on message_hidden for delete
  using (account_id = (select app_account()) or (select app_system()) = any (array['erasure','demo']));

-- The current team of a service, whatever people it is with, as its inbox is open to. Read it as the worker 'access'; whoever asks
-- for themself sees themself.
create view inbox_team with (security_invoker = true) as
select t.service_id, st.account_id, t.role, case when t.role = 'coordinator' then 'coordinator' else 'practitioner' end as hat, t.to_at as until
from team_member t
join staff st on st.id = t.staff_id
join organisation o on o.id = st.org_id
join account a on a.id = st.account_id
where not t.is_volunteer and t.from_at <= app_now() and (t.to_at is null or t.to_at > app_now())
  and st.state = 'active' and o.state = 'active' and a.state = 'active';

-- Whether a membership is one's own under the hat one wears: the coordinator hat opens only what it coordinates.
create function is_worn(is_team boolean, member_hat text, worn text) returns boolean language sql immutable parallel safe return
  case when is_team then worn = 'practitioner' or (worn = 'coordinator' and member_hat = 'coordinator') else member_hat = worn end;

-- What a guard looks at before it asks access, in one round trip: the conversation, and the asker's own membership if there is one.
-- Reads as the worker 'access', then takes the asker's identity back.
create function conversation_fact(p_conversation uuid, p_account uuid, p_hat text) returns table (
  id uuid, person_id uuid, kind text, service_id uuid, carer_link_id uuid, note_of uuid, state text,
  is_member boolean, is_team boolean, hat text, name text, role text, organisation text, relationship text
) language plpgsql volatile as $$
declare
  asker text := coalesce(current_setting('app.system', true), '');
begin
  perform set_config('app.system', 'access', true);
  return query
    select c.id, c.person_id, c.kind, c.service_id, c.carer_link_id, c.note_of, c.state,
      m.account_id is not null, m.is_team, m.hat, m.name, m.role, m.organisation, m.relationship
    from conversation c
    left join conversation_member m on m.conversation_id = c.id and m.account_id = p_account and m.last_number is null
      and is_worn(m.is_team, m.hat, p_hat)
    where c.id = p_conversation;
  perform set_config('app.system', asker, true);
end $$;

-- What sending looks at, for one message or a hundred: locks the topics' heads to the commit, in the order in which everybody locks them,
-- and then reads how each ask stands: the thread, the author's place in it, and their reach. Of the service only which version of its
-- row there is: few services change while thousands of messages come, so whoever sends keeps them (service-words.ts).
-- One plan for good: with row-level security, making it costs more than running it. Each lookup is by a key alone, row by row (lateral,
-- limit 1, nothing that reads more), however small the tables are when the plan is made: they grow while it is kept. The time is read
-- once: it is a setting, and so text.
create function post_seats(
  p_conversations uuid[], p_accounts uuid[], p_hats text[], p_messages uuid[], p_parents uuid[], p_sessions uuid[]
) returns table (
  place bigint, seq bigint, person_id uuid, kind text, service_id uuid, state text, awaiting_since timestamptz, due_at timestamptz,
  last_auto_at timestamptz, service_version text, hat text, name text, role text, organisation text, relationship text,
  is_team boolean, has_team boolean, is_reached boolean, is_known boolean, has_parent boolean
) language plpgsql volatile set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_bitmapscan = off set enable_mergejoin = off set enable_hashjoin = off as $$
#variable_conflict use_column
declare
  moment timestamptz := app_now();
begin
  perform from topic_head h
  where h.topic in (select distinct 'conversation:' || c from unnest(p_conversations) c) order by h.topic for update;
  return query
  select a.place, h.seq, c.person_id, c.kind, c.service_id, c.state, c.awaiting_since, c.due_at, c.last_auto_at, s.version,
    m.hat, m.name, m.role, m.organisation, m.relationship, m.is_team,
    coalesce(m.is_team or (select true from conversation_member t
      where t.conversation_id = c.id and t.is_team and t.last_number is null limit 1), false),
    g.is_held is not null and e.is_live is not null,
    k.is_stored is not null,
    a.parent_id is null or coalesce(p.conversation_id = a.conversation_id, false)
  from unnest(p_conversations, p_accounts, p_hats, p_messages, p_parents, p_sessions)
    with ordinality as a (conversation_id, account_id, hat, message_id, parent_id, session_id, place)
  cross join lateral (select * from conversation c where c.id = a.conversation_id limit 1) c
  cross join lateral (select h.seq from topic_head h where h.topic = 'conversation:' || a.conversation_id limit 1) h
  cross join lateral (select s.xmin::text || s.ctid::text as version from service s where s.id = c.service_id limit 1) s
  left join lateral (
    select * from conversation_member m where m.conversation_id = c.id and m.account_id = a.account_id and m.last_number is null
      and is_worn(m.is_team, m.hat, a.hat) limit 1
  ) m on true
  left join lateral (
    select true as is_held from authz_grant g where g.account_id = a.account_id and g.person_id = c.person_id and g.category = c.kind
      and g.valid_from <= moment and (g.until is null or g.until > moment) limit 1
  ) g on true
  left join lateral (
    select true as is_live from session e where e.id = a.session_id and e.account_id = a.account_id and e.hat = a.hat
      and e.ended_at is null and e.ends_at > moment limit 1
  ) e on true
  left join lateral (select true as is_stored from message k where k.id = a.message_id limit 1) k on true
  left join lateral (select p.conversation_id from message p where p.id = a.parent_id limit 1) p on true
  order by a.place;
end $$;

-- What sending stores: messages whose ids are not taken, and where their threads stand then. Answers how many were stored.
create function post_store(
  p_ids uuid[], p_persons uuid[], p_conversations uuid[], p_of text[], p_numbers bigint[], p_kinds text[], p_authors uuid[], p_hats text[],
  p_members jsonb[], p_bodies text[], p_hashes text[], p_replies uuid[], p_corrects uuid[], p_kept boolean[], p_due timestamptz[],
  p_threads uuid[], p_last bigint[], p_awaiting timestamptz[], p_thread_due timestamptz[], p_auto timestamptz[], p_at timestamptz
) returns bigint
  language plpgsql volatile set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_bitmapscan = off set enable_mergejoin = off set enable_hashjoin = off as $$
declare
  stored bigint;
begin
  insert into message (id, person_id, conversation_id, kind, number, message_kind, author_id, author_hat, author, body, body_hash,
    reply_to_id, corrects_id, keep_from_person, due_at, sent_at)
  select id, person_id, conversation_id, kind, number, message_kind, author_id, author_hat, author, body, decode(hash, 'hex'),
    reply_to_id, corrects_id, keep_from_person, due_at, p_at
  from unnest(p_ids, p_persons, p_conversations, p_of, p_numbers, p_kinds, p_authors, p_hats, p_members, p_bodies, p_hashes, p_replies,
    p_corrects, p_kept, p_due) as m (id, person_id, conversation_id, kind, number, message_kind, author_id, author_hat, author, body, hash,
    reply_to_id, corrects_id, keep_from_person, due_at)
  on conflict (id) do nothing;
  get diagnostics stored = row_count;
  update conversation c set last_number = t.last_number, changed_number = t.last_number, last_at = p_at,
    is_ungathered = c.kind <> 'team_note', awaiting_since = t.awaiting_since, due_at = t.due_at, last_auto_at = t.last_auto_at
  from unnest(p_threads, p_last, p_awaiting, p_thread_due, p_auto) as t (id, last_number, awaiting_since, due_at, last_auto_at)
  where c.id = t.id;
  return stored;
end $$;

-- Who belongs to an open conversation now, by teams, enrolments and carer links: members are kept equal to it in the transaction that
-- changes any of these. The person and a carer stay members of a closed one, to read. Read it as the worker 'access'.
create view conversation_audience with (security_invoker = true) as
select c.id as conversation_id, a.id as account_id, 'patient' as hat, false as is_team, p.known_as as name,
  null as role, null as organisation, null as relationship
from conversation c
join account a on a.person_id = c.person_id and a.state = 'active'
join person p on p.id = c.person_id and p.identity_level <> 'L0'
where c.kind = 'person_team'
union all
select c.id, a.id, 'carer', false, a.display_name, null, null, l.relationship
from conversation c
join carer_link l on l.id = c.carer_link_id and l.state in ('active', 'suspended')
join account a on a.id = l.carer_account_id and a.state = 'active'
where c.kind = 'carer_team'
  and not exists (select from restriction r where r.person_id = l.person_id and r.state = 'live'
    and r.kind = 'bar_actor' and r.account_id = a.id)
union all
select c.id, a.id, case when bool_or(r.role = 'coordinator') then 'coordinator' else 'practitioner' end, true,
  a.display_name, st.job_title, o.name, null
from conversation c
join team_reach r on r.person_id = c.person_id and r.service_id = c.service_id and not r.is_read_only and r.from_at <= app_now()
join account a on a.id = r.account_id
join staff st on st.id = r.staff_id
join organisation o on o.id = st.org_id
where c.state = 'open' and (c.enrolment_id is null or c.enrolment_id = r.enrolment_id)
group by c.id, a.id, st.id, o.id;
`
