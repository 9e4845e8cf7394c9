// Why: sets of questions that a team asks a person, what they answered, and who in each service reads it.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
create table service_measure (
  service_id uuid not null references service (id),
  measure text not null check (measure in ('phq9','gad7')),
  is_on boolean not null,
  responder_id uuid references staff (id),
  hours jsonb not null default '[]',
  shows_total boolean not null default false,
  version int not null default 1,
  primary key (service_id, measure),
  -- The gate: nothing is asked without somebody who reads it, and hours in which they do.
  check (not is_on or (responder_id is not null and jsonb_array_length(hours) > 0))
);

create table question_assignment (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  measure text not null check (measure in ('phq9','gad7')),
  due_on date not null,
  repeat_weeks int check (repeat_weeks between 1 and 52),
  responder_id uuid not null references staff (id),
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  /** The service ended, or the person left it, before it was answered. */
  withdrawn_at timestamptz,
  record_class text not null default 'service',
  controller_id uuid not null,
  legal_basis text not null,
  retention_class text not null,
  version int not null default 1
);
create index question_assignment_person on question_assignment (person_id, service_id);
call protect('question_assignment', granted('own', 'team'), granted('own', 'team'), array['access','jobs','demo','erasure']);

create table question_response (
  assignment_id uuid primary key references question_assignment (id),
  person_id uuid not null references person (id),
  answers jsonb not null,
  is_complete boolean not null,
  total int,
  band text,
  wants_call boolean not null default false,
  /** The highest level that was flagged: the same answer, saved again, opens nothing more. */
  risk_level text check (risk_level in ('raised','urgent')),
  started_at timestamptz not null,
  submitted_at timestamptz
);
create index question_response_person on question_response (person_id);
call protect('question_response', granted('own', 'team'), granted('own'), array['access','jobs','demo','erasure']);
`
