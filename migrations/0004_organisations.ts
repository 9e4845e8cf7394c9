// Why: agencies, services, contracts, staff, teams and enrolments; and the links and limits that access decides by.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
create table organisation (
  id uuid primary key,
  name text not null,
  kinds text[] not null,
  email_domains text[] not null default '{}',
  ods_code text,
  dpo_contact text not null default '',
  vouched_by uuid references organisation (id),
  state text not null default 'active' check (state in ('proposed','active','left')),
  version int not null default 1
);
create unique index organisation_one_host on organisation ((true)) where 'host' = any (kinds);

create table service (
  id uuid primary key,
  org_id uuid not null references organisation (id),
  name text not null,
  plain_name text not null,
  sensitive_kind text not null default 'none',
  nation text not null default 'england',
  zone text not null default 'Europe/London',
  hours jsonb not null default '[]',
  closures date[] not null default '{}',
  reply_target_minutes int not null default 480,
  messaging text not null default 'two_way' check (messaging in ('two_way','announce_only')),
  duty text not null default 'in_hours' check (duty in ('in_hours','always')),
  crisis_panel jsonb not null default '[]',
  phone text not null default '',
  features_on text[] not null default '{}',
  words jsonb not null default '{}',
  min_account_age int not null default 13,
  state text not null default 'open' check (state in ('setting_up','open','closing','closed')),
  version int not null default 1
);

create table contract (
  id uuid primary key,
  service_id uuid not null references service (id),
  provider_id uuid not null references organisation (id),
  commissioner_id uuid not null references organisation (id),
  controller_id uuid not null references organisation (id),
  basis_art6 text not null,
  basis_art9 text not null,
  retention_default text not null,
  starts_on date not null,
  ends_on date not null,
  signed_at timestamptz,
  state text not null default 'draft' check (state in ('draft','active','notice','novating','winding_down','closed')),
  version int not null default 1
);

create table staff (
  id uuid primary key,
  account_id uuid not null references account (id),
  org_id uuid not null references organisation (id),
  job_title text not null,
  role_code text not null default '',
  work_email text not null,
  work_phone text not null default '',
  hours jsonb not null default '[]',
  reach_by text not null default 'email',
  supervisor_id uuid references staff (id),
  training_at timestamptz,
  attested_at timestamptz,
  ehr_guid text,
  state text not null default 'active' check (state in ('invited','awaiting_supervisor','active','suspended','left')),
  version int not null default 1
);
create unique index staff_account on staff (account_id);

create table team_member (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  service_id uuid not null references service (id),
  role text not null check (role in ('member','duty','coordinator','responder')),
  is_volunteer boolean not null default false,
  source text not null default 'local' check (source in ('local','ehr')),
  from_at timestamptz not null,
  to_at timestamptz
);
create index team_member_service on team_member (service_id);
create index team_member_staff on team_member (staff_id);
create unique index team_member_once on team_member (staff_id, service_id) where to_at is null;

create table enrolment (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  contract_id uuid not null references contract (id),
  lead_worker_id uuid references staff (id),
  state text not null check (state in ('invited','active','ending','ended','archived')),
  started_on date,
  exit_asked_by text check (exit_asked_by in ('person','service')),
  exit_reason text,
  ends_at timestamptz,
  -- First part of an invitation's code: says which one it is and opens nothing.
  invite_locator char(5) unique,
  -- The record that it was made for, when that has become one with another; what a separation goes by.
  moved_from uuid references person (id),
  record_class text not null default 'service',
  controller_id uuid not null,
  legal_basis text not null,
  retention_class text not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null default 1
);
create index enrolment_person on enrolment (person_id);
create index enrolment_service on enrolment (service_id, state);
create unique index enrolment_one_open on enrolment (person_id, service_id) where state in ('invited','active','ending');
call protect('enrolment',
  'person_id in (select person_id from authz_grant where account_id = (select app_account()) and category in (''own'',''team'') and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  'person_id in (select person_id from authz_grant where account_id = (select app_account()) and category in (''own'',''team'') and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  array['identity','access','jobs','demo','batch','channels','erasure']);

-- A carer's link to one person (ProxyGrant of domain.md 3.6).
create table carer_link (
  id uuid primary key,
  carer_account_id uuid not null references account (id),
  person_id uuid not null references person (id),
  relationship text not null,
  basis text not null check (basis in ('listening','consent','parental_responsibility','lpa_health','deputy','best_interests')),
  scopes text[] not null default '{}',
  services uuid[] not null default '{}',
  evidence jsonb not null default '[]',
  moved_from uuid references person (id),
  review_by date,
  told_person boolean not null default true,
  is_parental boolean not null default false,
  granted_at timestamptz not null default now(),
  state text not null check (state in ('requested','matched','awaiting_person','awaiting_clinician','active','suspended','revoked','expired','declined')),
  record_class text not null default 'service',
  controller_id uuid,
  legal_basis text not null default '',
  retention_class text not null default 'adult_care',
  created_at timestamptz not null default now(),
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null default 1
);
create index carer_link_person on carer_link (person_id);
create index carer_link_carer on carer_link (carer_account_id);
call protect('carer_link',
  'carer_account_id = (select app_account()) or person_id in (select person_id from authz_grant where account_id = (select app_account()) and category in (''own'',''team'') and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  'false',
  array['access','jobs','demo','batch','erasure']);

-- Keeps out a named human or a service, or freezes a record (domain.md 3.5). Never shown to whom it names.
create table restriction (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('bar_actor','bar_service','freeze','withhold_contact')),
  account_id uuid references account (id),
  service_id uuid references service (id),
  moved_from uuid references person (id),
  reason text not null,
  review_by date,
  state text not null default 'live' check (state in ('live','ended')),
  created_at timestamptz not null default now(),
  created_by uuid,
  created_hat text,
  record_class text not null default 'service',
  controller_id uuid,
  legal_basis text not null default '',
  retention_class text not null default 'adult_care',
  assisted_by uuid,
  version int not null default 1
);
create index restriction_person on restriction (person_id);
call protect('restriction', 'false', 'false', array['access','demo','erasure']);

-- An upheld objection (domain.md 3.5): hides the service rows in its scope from a service or a worker.
create table mask (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid references service (id),
  account_id uuid references account (id),
  moved_from uuid references person (id),
  state text not null default 'live' check (state in ('live','ended')),
  created_at timestamptz not null default now(),
  created_by uuid,
  created_hat text,
  record_class text not null default 'service',
  controller_id uuid,
  legal_basis text not null default '',
  retention_class text not null default 'adult_care',
  assisted_by uuid,
  version int not null default 1
);
create index mask_person on mask (person_id);
call protect('mask', 'false', 'false', array['access','demo','erasure']);

-- All that access.decide looks at, in one round trip, for one account and one person. Reads as the worker 'access', then takes the
-- asker's identity back; when it fails the whole transaction does. A person's older id resolves to the one that it was merged into.
create function access_fact(p_account uuid, p_session uuid, p_hat text, p_person uuid, p_service uuid) returns jsonb
  language plpgsql volatile as $$
declare
  asker text := coalesce(current_setting('app.system', true), '');
  found jsonb;
begin
  perform set_config('app.system', 'access', true);
  select jsonb_build_object(
    'account_state', a.state,
    'own_person_id', own.id,
    'holds_hat', exists (select from account_hat h where h.account_id = a.id and h.hat = p_hat),
    'session', (select jsonb_build_object('ends_at', s.ends_at, 'ended_at', s.ended_at) from session s where s.id = p_session and s.account_id = a.id),
    'staff', (select jsonb_build_object('state', st.state, 'organisation_id', st.org_id, 'organisation_state', o.state)
      from staff st join organisation o on o.id = st.org_id where st.account_id = a.id),
    'memberships', (select coalesce(jsonb_agg(jsonb_build_object(
        'service_id', t.service_id, 'role', t.role, 'is_volunteer', t.is_volunteer, 'from_at', t.from_at, 'to_at', t.to_at)), '[]')
      from staff st join team_member t on t.staff_id = st.id where st.account_id = a.id),
    'carer_links', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', l.id, 'basis', l.basis, 'scopes', l.scopes, 'services', l.services, 'state', l.state,
        'is_parental', l.is_parental, 'granted_at', l.granted_at)), '[]')
      from carer_link l where l.carer_account_id = a.id and l.person_id = p.id),
    'shares_household', own.household_id is not null and own.household_id = p.household_id,
    'person', case when p.id is not null then jsonb_build_object(
      'id', p.id, 'born_on', p.born_on, 'identity_level', p.identity_level, 'identity_level_at', p.identity_level_at) end,
    'enrolments', (select coalesce(jsonb_agg(jsonb_build_object('service_id', e.service_id, 'state', e.state, 'ends_at', e.ends_at)), '[]')
      from enrolment e where e.person_id = p.id and e.state <> 'invited'),
    'restrictions', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'account_id', r.account_id, 'service_id', r.service_id)), '[]')
      from restriction r where r.person_id = p.id and r.state = 'live'),
    'masks', (select coalesce(jsonb_agg(jsonb_build_object('account_id', m.account_id, 'service_id', m.service_id)), '[]')
      from mask m where m.person_id = p.id and m.state = 'live'),
    'service', (select jsonb_build_object('id', s.id, 'organisation_id', s.org_id, 'sensitive_kind', s.sensitive_kind)
      from service s where s.id = p_service))
  into found
  from account a
  left join person own on own.id = a.person_id
  left join person asked on asked.id = p_person
  left join person p on p.id = coalesce(asked.merged_into, asked.id)
  where a.id = p_account;
  perform set_config('app.system', asker, true);
  return found;
end $$;

-- Which workers reach which people through which service: rule 9 of domain.md 3.3 for whole sets. A grace that is over, and what
-- ended, leave the service's coordinators only, to read. Read it as the worker 'access'.
create view team_reach with (security_invoker = true) as
select st.account_id, e.person_id, e.id as enrolment_id, e.service_id, st.id as staff_id, t.id as team_member_id, t.role,
  e.state as enrolment_state, e.ends_at as enrolment_ends_at, e.lead_worker_id, is_over as is_read_only, t.from_at,
  case when e.state = 'ending' and t.role <> 'coordinator' then least(t.to_at, e.ends_at) else t.to_at end as until
from enrolment e
cross join lateral (select e.state = 'ended' or (e.state = 'ending' and e.ends_at <= app_now()) as is_over) x
join team_member t on t.service_id = e.service_id
join staff st on st.id = t.staff_id
join account a on a.id = st.account_id
join organisation o on o.id = st.org_id
left join lateral (select p.household_id from person p where p.id = a.person_id limit 1) own on true
where e.state in ('active', 'ending', 'ended') and (not is_over or t.role = 'coordinator')
  and not t.is_volunteer and (t.to_at is null or t.to_at > app_now())
  and st.state = 'active' and a.state = 'active' and o.state = 'active'
  and a.person_id is distinct from e.person_id
  and (own.household_id is null or own.household_id is distinct from (select p.household_id from person p where p.id = e.person_id))
  and not exists (select from carer_link l
    where l.person_id = e.person_id and l.carer_account_id = a.id and l.state in ('active', 'suspended'))
  and not exists (
    select from (
      select r.account_id, r.service_id from restriction r
      where r.person_id = e.person_id and r.state = 'live' and r.kind in ('bar_actor', 'bar_service')
      union all
      select m.account_id, m.service_id from mask m where m.person_id = e.person_id and m.state = 'live'
    ) kept
    where kept.account_id = a.id or exists (select from team_member other
      where other.staff_id = st.id and other.service_id = kept.service_id
        and other.from_at <= app_now() and (other.to_at is null or other.to_at > app_now())));
`
