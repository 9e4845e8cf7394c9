// Why: copies that a team keeps of what was shared with it, asks to share, steps suggested, and who changed the rules of safe contact.
// Locks: share_grant for a moment. Recover: drop what is new here; nothing else rests on it.
export const sql = `
-- A dated copy of what a person shared, in the record of the service it was shared with (domain.md 3.1, class snapshot).
create table record_copy (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  -- What was copied: [{ scope, words? }], with the person's own words for it then.
  items jsonb not null,
  -- The days on the screen, of trackers.
  from_date date,
  to_date date,
  content jsonb not null,
  by_name text not null,
  by_role text,
  moved_from uuid references person (id),
  record_class text not null default 'snapshot',
  controller_id uuid not null,
  legal_basis text not null,
  retention_class text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  created_hat text not null,
  assisted_by uuid,
  version int not null default 1
);
create index record_copy_person on record_copy (person_id, service_id);
create index record_copy_service on record_copy (service_id);

-- What was taken stays as it was: only whose record it lies in can change, when two records become one.
create function keep_as_taken() returns trigger language plpgsql as $$
begin
  if (old.items, old.content, old.from_date, old.to_date, old.service_id, old.by_name, old.by_role, old.created_at, old.created_by)
    is distinct from (new.items, new.content, new.from_date, new.to_date, new.service_id, new.by_name, new.by_role, new.created_at, new.created_by)
  then raise exception 'a copy in the record is never changed';
  end if;
  return new;
end $$;
create trigger record_copy_kept before update on record_copy for each row execute function keep_as_taken();

-- Its owner and the teams of that one service, whatever else they may reach of the person; written by the product alone.
call protect('record_copy',
  granted('own') || ' or (' || granted('team') || ' and service_id in (
    select t.service_id from team_member t join staff s on s.id = t.staff_id where s.account_id = (select app_account())))',
  'false', array['access','demo','erasure']);

-- When its owner last said that a choice should go on; asked once a year.
alter table share_grant add column checked_at timestamptz;

-- A team asks to see something. The person's answer is theirs: the team reads when it asked, and no more.
create table share_ask (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  scope text not null,
  by_name text not null,
  by_role text,
  state text not null default 'waiting' check (state in ('waiting','yes','no','lapsed')),
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
create index share_ask_person on share_ask (person_id, service_id);
create index share_ask_waiting on share_ask (created_at) where state = 'waiting';
call protect_own('share_ask', array['access','jobs','demo','erasure']);

-- A goal that its owner took back from those who saw it is opened again by nothing but its own choice.
alter table goal add column is_kept boolean not null default false;

-- A step that a worker has in mind for a goal that is shared with their service; nothing of the person's until they add it.
create table suggested_step (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  goal_id uuid not null references goal (id),
  words text not null,
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
create index suggested_step_person on suggested_step (person_id, goal_id);
create index suggested_step_goal on suggested_step (goal_id);
call protect_own('suggested_step', array['access','jobs','demo','erasure']);

-- That the rules of safe contact were changed, when and from which device, never what they said: whoever holds the phone would read it too.
create table safe_contact_change (
  id bigint generated always as identity primary key,
  person_id uuid not null references person (id),
  device text not null,
  at timestamptz not null
);
create index safe_contact_change_person on safe_contact_change (person_id, at);
call protect_own('safe_contact_change', array['access','identity','demo','erasure']);
`
