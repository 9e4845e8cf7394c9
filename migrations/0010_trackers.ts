// Why: what a person tracks: nights, problems in their own words with their ratings, moods and key moments; and what each said before.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
-- The host of the deployment controls everything personal (domain.md 3.1), so no row names a controller.

-- One row for sleep and one for mood once they are shared or logged, and one for each problem. 'visibility' is that of entries to come.
create table tracker (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('sleep','mood','problem')),
  words text check ((words is not null) = (kind = 'problem')),
  state text not null default 'active' check (state in ('active','paused','retired')),
  removed_at timestamptz,
  visibility text not null default 'private' check (visibility in ('private','shared')),
  record_class text not null default 'personal',
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid not null,
  created_hat text not null,
  assisted_by uuid,
  version int not null default 1
);
create unique index tracker_one_of_kind on tracker (person_id, kind) where kind <> 'problem';
create index tracker_person on tracker (person_id);
call protect_shared('tracker', 'visibility = ''shared'' and removed_at is null', array['access','demo','erasure']);

-- One night for each date of waking, whoever logged it and however often: whatever was stored last is what it says.
create table sleep_entry (
  id uuid primary key,
  person_id uuid not null references person (id),
  for_date date not null,
  minutes_slept int check (minutes_slept between 0 and 1440),
  times_woken int check (times_woken between 0 and 10),
  note text,
  /** The answers of the full diary; local times of 'zone'. */
  diary jsonb,
  zone text not null,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  visibility text not null default 'private' check (visibility in ('private','shared')),
  record_class text not null default 'personal',
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid not null,
  created_hat text not null,
  assisted_by uuid,
  version int not null default 1
);
create unique index sleep_entry_night on sleep_entry (person_id, for_date);
create index sleep_entry_removed on sleep_entry (removed_at) where removed_at is not null;
call protect_shared('sleep_entry', 'visibility = ''shared'' and removed_at is null', array['access','demo','erasure']);

-- One rating of a problem for each date.
create table problem_rating (
  id uuid primary key,
  person_id uuid not null references person (id),
  tracker_id uuid not null references tracker (id),
  for_date date not null,
  value int not null check (value between 0 and 10),
  note text,
  what_helped text,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  visibility text not null default 'private' check (visibility in ('private','shared')),
  record_class text not null default 'personal',
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid not null,
  created_hat text not null,
  assisted_by uuid,
  version int not null default 1
);
create unique index problem_rating_day on problem_rating (person_id, tracker_id, for_date);
create index problem_rating_removed on problem_rating (removed_at) where removed_at is not null;
call protect_shared('problem_rating', 'visibility = ''shared'' and removed_at is null', array['access','demo','erasure']);

create table mood_entry (
  id uuid primary key,
  person_id uuid not null references person (id),
  for_date date not null,
  face int not null check (face between 1 and 5),
  feelings text[] not null default '{}',
  note text,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  visibility text not null default 'private' check (visibility in ('private','shared')),
  record_class text not null default 'personal',
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid not null,
  created_hat text not null,
  assisted_by uuid,
  version int not null default 1
);
create index mood_entry_day on mood_entry (person_id, for_date);
create index mood_entry_removed on mood_entry (removed_at) where removed_at is not null;
call protect_shared('mood_entry', 'visibility = ''shared'' and removed_at is null', array['access','demo','erasure']);

-- Marks on the charts. No sharing choice covers them: only their owner ever reads one.
create table key_moment (
  id uuid primary key,
  person_id uuid not null references person (id),
  words text not null,
  on_date date not null,
  removed_at timestamptz,
  visibility text not null default 'private' check (visibility in ('private','shared')),
  record_class text not null default 'personal',
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid not null,
  created_hat text not null,
  assisted_by uuid,
  version int not null default 1
);
create index key_moment_person on key_moment (person_id, on_date);
create index key_moment_removed on key_moment (removed_at) where removed_at is not null;
call protect_own('key_moment', array['access','demo','erasure']);

-- What a row said before it was changed; its owner's alone, shared or not.
create table tracker_version (
  /** In the order in which they were kept. */
  id bigint generated always as identity primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('problem','sleep','rating','mood','moment')),
  item_id uuid not null,
  was jsonb not null,
  until timestamptz not null,
  changed_by uuid,
  record_class text not null default 'personal',
  retention_class text not null default 'personal'
);
create index tracker_version_item on tracker_version (person_id, item_id, until);
call protect_own('tracker_version', array['access','demo','erasure']);
`
