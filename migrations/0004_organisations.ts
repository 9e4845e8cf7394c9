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
create index team_member_service on team_member (service_id) where to_at is null;
create index team_member_staff on team_member (staff_id) where to_at is null;

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
  'person_id in (select person_id from authz_grant where account_id = (select app_account()) and category in (''own'',''team'') and valid_from <= now() and (until is null or until > now()))',
  'person_id in (select person_id from authz_grant where account_id = (select app_account()) and category in (''own'',''team'') and valid_from <= now() and (until is null or until > now()))',
  array['identity','access','jobs','demo','batch','channels']);

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
  review_by date,
  told_person boolean not null default true,
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
  'carer_account_id = (select app_account()) or person_id in (select person_id from authz_grant where account_id = (select app_account()) and category in (''own'',''team'') and valid_from <= now() and (until is null or until > now()))',
  'false',
  array['access','jobs','demo','batch']);

-- Keeps out a named human or a service, or freezes a record (domain.md 3.5). Never shown to whom it names.
create table restriction (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('bar_actor','bar_service','freeze','withhold_contact')),
  account_id uuid references account (id),
  service_id uuid references service (id),
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
call protect('restriction', 'false', 'false', array['access','demo']);

-- An upheld objection (domain.md 3.5): hides the service rows in its scope from a service or a worker.
create table mask (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid references service (id),
  account_id uuid references account (id),
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
call protect('mask', 'false', 'false', array['access','demo']);
`
