// Why: a person takes everything of theirs along in one file, and closes their account with 14 days to change their mind.
// Locks: account, session and notice for a moment; columns without a default rewrite nothing. Recover: drop the two tables and the columns.
export const sql = `
/** Since when the people's side of the account is being closed; what somebody does at work for their employer goes on. */
alter table account add column closing_at timestamptz;
/** When whoever holds this session last gave their password again; signing in counts as well. */
alter table session add column proved_at timestamptz;

-- One file that somebody asked for. The row goes with the file, a day after it was ready. It opens behind the grant 'own' alone, which an
-- account that is being closed does not have.
create table my_export (
  id uuid primary key,
  person_id uuid not null references person (id),
  account_id uuid not null references account (id),
  asked_at timestamptz not null,
  ready_by timestamptz not null,
  ready_at timestamptz,
  ends_at timestamptz,
  opened_at timestamptz,
  /** Tries at making it, each counted before it begins; after the last one it is given up. */
  attempts int not null default 0,
  next_at timestamptz,
  failed_at timestamptz,
  /** It may hold what services hold: while the record is frozen it does not open. */
  holds_services boolean not null default true,
  archive bytea,
  record_class text not null default 'personal',
  retention_class text not null default 'personal'
);
create index my_export_person on my_export (person_id, asked_at);
create index my_export_waiting on my_export (asked_at) where ready_at is null and failed_at is null;
create index my_export_ends on my_export (ends_at) where ends_at is not null;
call protect_own('my_export', array['access','jobs','erasure','demo']);

-- What becomes of an account that is being closed: kept after all, or erased. The last row of a person is the one that counts.
create table account_closing (
  id uuid primary key,
  person_id uuid not null references person (id),
  account_id uuid not null references account (id),
  asked_at timestamptz not null,
  erase_at timestamptz not null,
  kept_at timestamptz,
  erased_at timestamptz,
  record_class text not null default 'audit',
  retention_class text not null default 'audit'
);
create index account_closing_person on account_closing (person_id, asked_at);
create unique index account_closing_open on account_closing (account_id) where kept_at is null and erased_at is null;
create index account_closing_due on account_closing (erase_at) where kept_at is null and erased_at is null;
call protect('account_closing', 'account_id = (select app_account())', 'account_id = (select app_account())', array['jobs','erasure','demo']);

alter table notice drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in ('message','reminder','questions','export','test'));

-- The log of somebody's own feed goes with everything else of theirs; until now whole days of it went and nothing else.
drop policy topic_event_delete on topic_event;
create policy topic_event_delete on topic_event for delete using ((select app_system()) = any (array['channels','erasure','demo']));

-- The decision about access (domain.md 3.3 rule 1): under a hat of the people's app such an account is not active. As before but for that.
do $$
declare
  was text := pg_get_functiondef('access_fact(uuid, uuid, text, uuid, uuid)'::regprocedure);
  state text := '''account_state'', a.state,';
begin
  if position(state in was) = 0 then raise exception 'access_fact does not read as it did'; end if;
  execute replace(was, state,
    '''account_state'', case when a.closing_at is not null and p_hat in (''patient'', ''carer'') then ''closing'' else a.state end,');
end $$;

-- Nor is it in any conversation. As before but for that.
create or replace view conversation_audience with (security_invoker = true) as
select c.id as conversation_id, a.id as account_id, 'patient' as hat, false as is_team, p.known_as as name,
  null as role, null as organisation, null as relationship
from conversation c
join account a on a.person_id = c.person_id and a.state = 'active' and a.closing_at is null
join person p on p.id = c.person_id and p.identity_level <> 'L0'
where c.kind = 'person_team'
union all
select c.id, a.id, 'carer', false, a.display_name, null, null, l.relationship
from conversation c
join carer_link l on l.id = c.carer_link_id and l.state in ('active', 'suspended')
join account a on a.id = l.carer_account_id and a.state = 'active' and a.closing_at is null
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
