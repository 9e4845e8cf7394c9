// Why: tips and stories for everybody, what they said before, how often they helped; and, each person's own, the tips they saved.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
-- The condition "an editor asks", for the second fence: who wears that hat at all.
create function app_is_editor() returns boolean language sql stable parallel safe as
  $$ select exists (select from account_hat where account_id = app_account() and hat = 'content_editor') $$;

create table content (
  id uuid primary key,
  kind text not null check (kind in ('tip','story')),
  slug text not null unique,
  /** Where the newest words stand; what is published meanwhile is 'published_version'. */
  state text not null default 'draft' check (state in ('draft','in_review','published','retired')),
  /** The newest words; earlier ones are kept in content_version. */
  version int not null default 1,
  published_version int,
  published_at timestamptz,
  retired_at timestamptz,
  record_class text not null default 'content',
  controller_id uuid,
  legal_basis text not null default '6(1)(f)',
  retention_class text not null default 'content',
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  check ((state = 'retired') = (retired_at is not null)),
  check (state <> 'published' or published_version = version)
);
create index content_retired on content (retired_at) where retired_at is not null;
call protect('content', 'published_version is not null and retired_at is null or (select app_is_editor())',
  '(select app_is_editor())', array['access','jobs','demo','erasure']);

create table content_version (
  content_id uuid not null references content (id) on delete cascade,
  version int not null,
  title text not null,
  summary text not null,
  body text not null,
  minutes smallint not null,
  five_ways text[] not null,
  topics text[] not null,
  age_band text not null,
  language text not null,
  sources jsonb not null default '[]',
  author_line text not null,
  /** Where the consent is filed: of no use to anybody who cannot open that file. */
  consent_ref text,
  review_by date not null,
  written_by uuid not null,
  written_at timestamptz not null,
  /** Title, topics and summary, body; in the words' own language where Postgres knows it. */
  search tsvector not null,
  primary key (content_id, version)
);
create index content_version_search on content_version using gin (search);
call protect('content_version',
  '(content_id, version) in (select id, published_version from content where retired_at is null) or (select app_is_editor())',
  '(select app_is_editor())', array['access','jobs','demo','erasure']);

-- Counts and nothing else: nobody can tell from it who found what helpful.
create table content_rating (
  content_id uuid primary key references content (id) on delete cascade,
  helped int not null default 0,
  not_helped int not null default 0
);
call protect('content_rating', '(select app_is_editor())', 'false', array['access','demo','erasure']);

create table tip_bookmark (
  person_id uuid not null references person (id),
  content_id uuid not null references content (id) on delete cascade,
  saved_at timestamptz not null,
  record_class text not null default 'personal',
  primary key (person_id, content_id)
);
create index tip_bookmark_content on tip_bookmark (content_id);
call protect_own('tip_bookmark', array['access','demo','erasure']);

create table tip_topics (
  person_id uuid primary key references person (id),
  topics text[] not null,
  record_class text not null default 'personal',
  changed_at timestamptz not null
);
call protect_own('tip_topics', array['access','demo','erasure']);
`
