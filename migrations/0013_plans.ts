// Why: what helps a person: coping ideas, my safety plan, About me, each with what it said before; and copies of services' care plans.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
create table coping_strategy (
  id uuid primary key,
  person_id uuid not null references person (id),
  words text not null,
  when_to_use text,
  trigger_words text,
  /** Since when it is in Get help now. */
  pinned_at timestamptz,
  visibility text not null default 'private' check (visibility in ('private','shared')),
  deleted_at timestamptz,
  record_class text not null default 'personal',
  controller_id uuid,
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  /** Counts changes of words. */
  version int not null default 1
);
create index coping_strategy_person on coping_strategy (person_id, id);
create index coping_strategy_deleted on coping_strategy (deleted_at) where deleted_at is not null;
call protect_shared('coping_strategy', 'visibility = ''shared'' and deleted_at is null', array['access','jobs','demo','erasure']);

-- “Used it” and “It helped”, tap by tap: counted, never a counter. One that was taken back leaves its id behind.
create table coping_tap (
  id uuid primary key,
  person_id uuid not null,
  coping_id uuid not null references coping_strategy (id) on delete cascade,
  kind text not null check (kind in ('used','helped')),
  at timestamptz not null,
  undone_at timestamptz
);
create index coping_tap_person on coping_tap (person_id, coping_id);
create index coping_tap_strategy on coping_tap (coping_id);
call protect_shared('coping_tap', 'exists (select from coping_strategy s where s.id = coping_tap.coping_id)', array['access','demo','erasure']);

create table coping_strategy_version (
  coping_id uuid not null references coping_strategy (id) on delete cascade,
  version int not null,
  person_id uuid not null,
  words text not null,
  when_to_use text,
  trigger_words text,
  until_at timestamptz not null,
  primary key (coping_id, version)
);
create index coping_strategy_version_person on coping_strategy_version (person_id);
call protect_own('coping_strategy_version', array['access','demo','erasure']);

-- Texts that a person has one of, kept whole in versions: my safety plan and About me.
create table person_text (
  person_id uuid not null references person (id),
  kind text not null check (kind in ('safety_plan','about_me')),
  content jsonb not null,
  changed_at timestamptz not null,
  visibility text not null default 'private' check (visibility in ('private','shared')),
  deleted_at timestamptz,
  record_class text not null default 'personal',
  controller_id uuid,
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null,
  primary key (person_id, kind)
);
create index person_text_deleted on person_text (deleted_at) where deleted_at is not null;
call protect_shared('person_text', 'visibility = ''shared'' and deleted_at is null', array['access','jobs','demo','erasure']);

-- Each save, whole, and whose wording it brought. The owner's alone, however widely the text is shared.
create table person_text_version (
  person_id uuid not null,
  kind text not null,
  version int not null,
  content jsonb not null,
  saved_at timestamptz not null,
  by_name text,
  by_role text,
  primary key (person_id, kind, version)
);
call protect_own('person_text_version', array['access','demo','erasure']);

-- Wording that a worker offers for About me: the service's until the person takes it.
create table about_me_proposal (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  key text not null,
  words text not null,
  by_name text not null,
  by_role text,
  state text not null default 'waiting' check (state in ('waiting','accepted','declined','closed')),
  answered_at timestamptz,
  record_class text not null default 'service',
  controller_id uuid not null,
  legal_basis text not null,
  retention_class text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  created_hat text not null,
  version int not null default 1
);
create index about_me_proposal_person on about_me_proposal (person_id, id);
call protect('about_me_proposal', granted('own') || ' or created_by = (select app_account())', granted('own', 'team'), array['access','demo','erasure']);

-- What a service's record system holds, as it was when it was copied. Written by the feed from there, and by nobody here.
create table care_plan_copy (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  source text not null,
  as_at timestamptz not null,
  /** Null: the record holds no structured plan. */
  content jsonb,
  ask_whom text,
  record_class text not null default 'service',
  controller_id uuid not null,
  legal_basis text not null,
  retention_class text not null,
  created_at timestamptz not null,
  version int not null default 1
);
create index care_plan_copy_person on care_plan_copy (person_id, service_id, as_at desc, id desc);
call protect('care_plan_copy', granted('own', 'team'), 'false', array['access','demo','erasure']);
`
