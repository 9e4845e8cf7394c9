// Why: what workers write to a person about a goal that is shared with their service.
// Locks: nothing that exists. Recover: drop this table; goals are as they were, without comments.
// The service's own record, as a message is: it outlives the goal, whose erasure takes it off every screen, so it has no key on goal.
export const sql = `
create table goal_comment (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  goal_id uuid not null,
  words text not null check (char_length(words) between 1 and 500),
  by_name text not null,
  by_role text,
  -- When the person first saw it: theirs alone to know.
  seen_at timestamptz,
  withdrawn_at timestamptz,
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
create index goal_comment_person on goal_comment (person_id, goal_id);
call protect_own('goal_comment', array['access','jobs','demo','erasure']);
`
