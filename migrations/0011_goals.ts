// Why: a person's goals with their steps and ratings, what they were before, and what a service suggested.
// Locks: nothing that exists. Recover: drop these tables; nobody has goals then.
export const sql = `
create table goal (
  id uuid primary key,
  person_id uuid not null references person (id),
  words text not null,
  why text,
  type text not null check (type in ('physical_health','mental_health','alcohol','smoking','housing','relationships','work','money','other')),
  visibility text not null default 'private' check (visibility in ('private','shared')),
  important boolean not null default false,
  target_date date,
  who_could_help text,
  notes text,
  reflection text,
  origin text not null check (origin in ('self','with_worker','care_plan','suggested')),
  state text not null check (state in ('draft','active','paused','achieved','let_go')),
  -- By the device's clock; created_at is when it was stored.
  made_at timestamptz not null,
  activated_at timestamptz,
  achieved_on date,
  is_rated boolean not null default false,
  deleted_at timestamptz,
  moved_from uuid references person (id),
  record_class text not null default 'personal',
  controller_id uuid,
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null default 1
);
create index goal_person on goal (person_id);
create index goal_deleted on goal (deleted_at) where deleted_at is not null;

create table goal_step (
  id uuid primary key,
  person_id uuid not null references person (id),
  goal_id uuid not null references goal (id),
  -- Its goal's; private while that is deleted.
  visibility text not null default 'private' check (visibility in ('private','shared')),
  text text not null,
  due date,
  done_at timestamptz,
  done_by uuid,
  position int not null,
  deleted_at timestamptz,
  moved_from uuid references person (id),
  record_class text not null default 'personal',
  controller_id uuid,
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null default 1
);
create index goal_step_person on goal_step (person_id, goal_id);
create index goal_step_goal on goal_step (goal_id);
create index goal_step_deleted on goal_step (deleted_at) where deleted_at is not null;

create table goal_rating (
  id uuid primary key,
  person_id uuid not null references person (id),
  goal_id uuid not null references goal (id),
  -- Its goal's; private while that is deleted.
  visibility text not null default 'private' check (visibility in ('private','shared')),
  value int not null check (value between 0 and 10),
  for_date date not null,
  recorded_at timestamptz not null,
  present text,
  moved_from uuid references person (id),
  record_class text not null default 'personal',
  controller_id uuid,
  legal_basis text not null default '6(1)(a/b)+9(2)(a)',
  retention_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null default 1
);
create index goal_rating_person on goal_rating (person_id, goal_id);
create unique index goal_rating_one_a_day on goal_rating (goal_id, for_date);

-- What a goal, a step or a rating was, until an act ended it. The owner's alone, even of what is shared.
create table goal_version (
  /** In the order in which they were kept. */
  id bigint generated always as identity primary key,
  person_id uuid not null references person (id),
  goal_id uuid not null references goal (id),
  act text not null,
  was jsonb not null,
  at timestamptz not null,
  by_account uuid,
  by_hat text,
  number bigint generated always as identity
);
create index goal_version_person on goal_version (person_id, goal_id);
create index goal_version_goal on goal_version (goal_id);

-- Offered by a worker to somebody who is with their service; the service's own until the person takes it up.
create table suggested_goal (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  words text not null,
  why text,
  type text not null,
  by_name text not null,
  by_role text,
  state text not null default 'offered' check (state in ('offered','accepted','declined','closed')),
  answered_at timestamptz,
  moved_from uuid references person (id),
  record_class text not null default 'service',
  controller_id uuid not null,
  legal_basis text not null,
  retention_class text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  created_hat text not null,
  assisted_by uuid,
  version int not null default 1
);
create index suggested_goal_person on suggested_goal (person_id, service_id);
create index suggested_goal_service on suggested_goal (service_id);

-- Which goals a service reads just now: those that a live choice covers and that the person has neither kept private nor deleted.
-- Read it as the worker 'access'.
create view goal_shared with (security_invoker = true) as
select distinct g.id as goal_id, g.person_id, s.service_id
from goal g
join share_grant s on s.person_id = g.person_id and s.state = 'granted' and (
  s.scope = 'goal:' || g.id or (s.scope = 'goals:' || g.type and (s.from_at is null or s.from_at <= g.created_at)))
where g.visibility = 'shared' and g.deleted_at is null;

call protect_shared('goal', 'visibility = ''shared'' and deleted_at is null', array['access','jobs','demo','erasure']);
call protect_shared('goal_step', 'visibility = ''shared'' and deleted_at is null', array['access','jobs','demo','erasure']);
call protect_shared('goal_rating', 'visibility = ''shared''', array['access','jobs','demo','erasure']);
call protect_own('goal_version', array['access','jobs','demo','erasure']);
call protect('suggested_goal', granted('own', 'team'), granted('own', 'team'), array['access','jobs','demo','erasure']);
`
