// Why: who exists and who signs in: people, accounts, addresses, sessions, one-time codes, outgoing mail.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
create table person (
  id uuid primary key,
  given_name text not null default '',
  family_name text not null default '',
  previous_surname text,
  known_as text not null,
  pronouns text,
  born_on date,
  nhs_number char(10),
  address text,
  postcode text,
  phones jsonb not null default '[]',
  household_id uuid,
  communication_needs jsonb not null default '{"interpreter": false}',
  equality jsonb not null default '{}',
  safe_contact jsonb not null default '{}',
  identity_level text not null default 'L0' check (identity_level in ('L0','L1','L2')),
  identity_level_at timestamptz,
  died_on date,
  merged_into uuid references person (id),
  record_class text not null default 'personal',
  controller_id uuid,
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null default now(),
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null default 1
);
create unique index person_nhs_number on person (nhs_number) where nhs_number is not null and merged_into is null;
call protect('person',
  'id in (select person_id from authz_grant where account_id = (select app_account()) and valid_from <= (select app_now()) and (until is null or until > (select app_now())))',
  'id in (select person_id from authz_grant where account_id = (select app_account()) and category = ''own'')',
  array['identity','access','jobs','demo','batch','seed','erasure']);

create table account (
  id uuid primary key,
  person_id uuid references person (id),
  display_name text not null,
  /** One for each app: a work mailbox, which is the employer's, must not open what somebody does for themselves, nor the reverse. */
  password_hash text,
  staff_password_hash text,
  accepted_texts jsonb not null default '[]',
  settings jsonb not null default '{}',
  state text not null default 'active' check (state in ('active','suspended','closed')),
  /** Wraps each device's key for cached rows together with its session. */
  device_salt text not null default replace(gen_random_uuid()::text, '-', ''),
  created_at timestamptz not null default now(),
  version int not null default 1
);
create unique index account_person on account (person_id) where person_id is not null;
call protect('account', 'id = (select app_account())', 'id = (select app_account())', array['identity','access','jobs','demo','batch','channels','erasure']);

create table account_hat (
  account_id uuid not null references account (id),
  hat text not null,
  primary key (account_id, hat)
);
call protect('account_hat', 'account_id = (select app_account())', 'false', array['identity','access','demo','erasure']);

create table account_address (
  id uuid primary key,
  account_id uuid not null references account (id),
  kind text not null check (kind in ('email','mobile')),
  value text not null,
  verified_at timestamptz,
  is_work boolean not null default false,
  unique (kind, value)
);
create index account_address_account on account_address (account_id);
call protect('account_address', 'account_id = (select app_account())', 'account_id = (select app_account())', array['identity','demo','erasure']);

create table session (
  id uuid primary key,
  account_id uuid not null references account (id),
  app text not null check (app in ('people','staff')),
  hat text not null,
  token_hash bytea not null unique,
  label text not null default '',
  shared_device boolean not null default false,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null,
  idle_seconds int not null,
  /** The device said that it has an app lock. */
  has_lock boolean not null default false,
  ended_at timestamptz
);
create index session_account on session (account_id) where ended_at is null;
call protect('session', 'account_id = (select app_account())', 'account_id = (select app_account())', array['identity','access','batch','demo','erasure']);

create table sign_up (
  id uuid primary key,
  email text not null,
  called_name text,
  is_private_address boolean,
  created_at timestamptz not null,
  /** The device that proved the address holds the other half of this; nobody else may finish. */
  proof_hash bytea,
  proved_at timestamptz,
  completed_at timestamptz,
  account_id uuid references account (id)
);
call protect('sign_up', 'false', 'false', array['identity','erasure']);

-- Asked for first, issued by a job a moment later: whoever asks is answered before anybody looks whether the address is known.
-- For an unknown address a code is issued that nobody holds, so that spending takes the same path.
create table one_time_code (
  id uuid primary key,
  purpose text not null check (purpose in ('sign_up','sign_in','reset','invite')),
  /** What it opens: the sign-up; the app and the address (sign_in, reset); the enrolment (invite). */
  bound_to text not null,
  app text not null default 'people' check (app in ('people','staff')),
  /** Where it is sent; empty when it is handed over. */
  to_address text,
  asked_at timestamptz not null,
  issued_at timestamptz,
  code_hash bytea,
  tries_left int not null,
  expires_at timestamptz,
  /** Used, replaced by a newer one, or dropped because its address had enough for this hour. */
  spent_at timestamptz
);
create index one_time_code_bound on one_time_code (purpose, bound_to, asked_at desc);
create index one_time_code_due on one_time_code (asked_at) where issued_at is null and spent_at is null;
create index one_time_code_address on one_time_code (to_address, issued_at) where to_address is not null;
call protect('one_time_code', 'false', 'false', array['identity','erasure']);

create table mail (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  /** Emptied once it was sent or given up. */
  body text not null,
  /** A path within the app, made whole when it is sent. */
  link text,
  app text not null default 'people' check (app in ('people','staff')),
  effect_key text not null unique,
  created_at timestamptz not null,
  not_before timestamptz not null,
  /** Of no use after this: a code that has run out is not sent late. */
  expires_at timestamptz,
  attempts int not null default 0,
  lease_until timestamptz,
  sent_at timestamptz,
  dead_at timestamptz
);
create index mail_due on mail (not_before) where sent_at is null and dead_at is null;
call protect('mail', 'false', 'false', array['identity','jobs','erasure']);

-- Wrong passwords behind the growing delay, under a hash of the address; the in-process limit holds when even this cannot be reached.
create table attempt (
  key text not null,
  at timestamptz not null,
  id uuid primary key default gen_random_uuid()
);
create index attempt_key on attempt (key, at);
call protect('attempt', 'false', 'false', array['identity','erasure']);
-- Signing in forgets what went wrong before.
drop policy attempt_delete on attempt;
create policy attempt_delete on attempt for delete using ((select app_system()) = any (array['identity','erasure','demo']));
`
