// Why: the diary: what a person writes for themself, what it said before, and which entry they share.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
create table diary_entry (
  id uuid primary key,
  person_id uuid not null references person (id),
  body text not null,
  prompt text,
  mood smallint check (mood between 1 and 5),
  /** By the device's clock, never in the server's future. */
  written_at timestamptz not null,
  /** The person's own day of it. */
  for_date date not null,
  visibility text not null default 'private' check (visibility in ('private','shared')),
  is_pinned boolean not null default false,
  deleted_at timestamptz,
  /** The last change of anything about it; a device holds what was touched lately. */
  changed_at timestamptz not null,
  record_class text not null default 'personal',
  controller_id uuid,
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null default now(),
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  /** Counts changes of words. */
  version int not null default 1
);
create index diary_entry_person on diary_entry (person_id, written_at desc, id desc);
create unique index diary_entry_one_pinned on diary_entry (person_id) where is_pinned;
create index diary_entry_deleted on diary_entry (deleted_at) where deleted_at is not null;
call protect_shared('diary_entry', 'visibility = ''shared'' and deleted_at is null', array['access','jobs','demo','erasure']);

-- What an entry said before: its owner's alone, however widely the entry is shared.
create table diary_entry_version (
  entry_id uuid not null references diary_entry (id) on delete cascade,
  version int not null,
  person_id uuid not null,
  body text not null,
  prompt text,
  mood smallint,
  until_at timestamptz not null,
  primary key (entry_id, version)
);
create index diary_entry_version_person on diary_entry_version (person_id);
call protect_own('diary_entry_version', array['access','demo','erasure']);
`
