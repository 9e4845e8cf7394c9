// Why: that somebody may be at risk, who took it up, and what came of it. For the person's team alone.
// Locks: nothing that exists. Recover: drop the table on an empty database and run again.
export const sql = `
create table risk_flag (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  conversation_id uuid not null references conversation (id),
  source text not null check (source in ('phrase','rate','item9','staff')),
  level text not null check (level in ('raised','urgent')),
  wants_call boolean not null default false,
  /** What opened it: a response, later a message. */
  about_id uuid,
  opened_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_name text,
  acknowledged_at timestamptz,
  closed_by uuid,
  closed_name text,
  closed_at timestamptz,
  outcome text check (outcome in ('spoke','visited','emergency_services','safe_already','false_alarm','passed_on','no_contact')),
  note text,
  record_class text not null default 'service',
  controller_id uuid not null,
  legal_basis text not null,
  retention_class text not null,
  version int not null default 1,
  check ((closed_at is null) = (outcome is null) and (closed_at is null) = (closed_by is null))
);
create index risk_flag_person on risk_flag (person_id);
create index risk_flag_open on risk_flag (conversation_id) where closed_at is null;
call protect('risk_flag', granted('team'), granted('team'), array['access','channels','jobs','demo','erasure']);
`
