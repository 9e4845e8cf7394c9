// Why: what a person shares with which service: a choice that holds from its commit to its end, and what was chosen before is kept.
// Locks: nothing that exists. Recover: drop share_grant; nothing is shared then.
export const sql = `
create table share_grant (
  id uuid primary key,
  person_id uuid not null references person (id),
  service_id uuid not null references service (id),
  -- What is shared (domain.md 3.4): sleep, mood, goal:{id}, …
  scope text not null,
  granted_by text not null default 'person' check (granted_by in ('person','proxy','court')),
  evidence jsonb not null default '[]',
  -- Only what was made from then on; null is everything there is.
  from_at timestamptz,
  started_at timestamptz not null,
  to_at timestamptz,
  -- How often what is shared has changed: moves staff screens, and says nothing else.
  revision int not null default 1,
  state text not null check (state in ('offered','granted','revoked','expired','superseded')),
  moved_from uuid references person (id),
  record_class text not null default 'audit',
  controller_id uuid,
  legal_basis text not null default '',
  retention_class text not null default 'audit',
  created_at timestamptz not null default now(),
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null default 1
);
create index share_grant_person on share_grant (person_id, service_id);
create index share_grant_service on share_grant (service_id) where state = 'granted';
create unique index share_grant_live on share_grant (person_id, service_id, scope) where state = 'granted';
-- Whom else a person shares with is the person's own: staff are told of their own service's by the product, never by this table.
call protect_own('share_grant', array['access','jobs','demo','erasure']);
`
