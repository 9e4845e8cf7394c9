// Why: who saw what: a row with each disclosure, in the disclosure's own transaction; append-only and sealed into a hash chain.
// Locks: nothing that exists. Recover: drop both tables on an empty database and run again.
export const sql = `
create table access_log (
  id bigint generated always as identity,
  person_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  hat text,
  on_behalf_of uuid,
  record_class text not null,
  item_kind text not null,
  item_id text not null,
  action text not null check (action in ('read','write','share','export','print','search_hit','deny')),
  purpose text not null check (purpose in ('care','duty','review','break_glass','circle','support')),
  reason_code text not null,
  request_id text not null,
  service_id uuid,
  primary key (id)
);
create index access_log_person on access_log (person_id, at desc);
create index access_log_actor on access_log (actor_id, at desc);
call protect('access_log',
  'actor_id = (select app_account()) or person_id in (select person_id from authz_grant where account_id = (select app_account()) and category = ''own'')',
  '(select app_account()) is not null',
  array['audit','demo','batch','identity','jobs']);

-- The chain: position p seals one row; hash = sha256(hash of p-1 || the row's own bytes).
create table access_log_chain (
  position bigint primary key,
  log_id bigint not null unique,
  hash bytea not null
);
call protect('access_log_chain', 'false', 'false', array['audit','demo']);
`
