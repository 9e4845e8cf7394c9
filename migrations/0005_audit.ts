// Why: who saw what: a row with each disclosure, in the disclosure's own transaction; append-only and sealed into a hash chain.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
create table access_log (
  id bigint generated always as identity primary key,
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
  hidden_from_person boolean not null default false
);
create index access_log_person on access_log (person_id, at desc);
create index access_log_actor on access_log (actor_id, at desc);

-- Row ids must follow transaction ids for the seal to know which rows can still appear: whoever writes takes its transaction's id first.
create function access_log_take_transaction() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  return null;
end $$;
create trigger access_log_take_transaction before insert on access_log
  for each statement execute function access_log_take_transaction();

alter table access_log enable row level security;
alter table access_log force row level security;
create policy access_log_select on access_log for select using (
  (select app_system()) = any (array['audit','demo'])
  or actor_id = (select app_account())
  or person_id in (select person_id from authz_grant where account_id = (select app_account()) and category = 'own'));
create policy access_log_insert on access_log for insert with check (
  actor_id = (select app_account()) or (select app_system()) = any (array['audit','demo','batch','identity','jobs','access']));
create policy access_log_update on access_log for update using (false) with check (false);
create policy access_log_delete on access_log for delete using (false);

-- The chain: one sealed row each; hash = sha256(hash before || the row's own bytes). position is dense from 1 and follows log_id.
create table access_log_chain (
  log_id bigint primary key,
  position bigint not null,
  hash bytea not null
);
alter table access_log_chain enable row level security;
alter table access_log_chain force row level security;
create policy access_log_chain_select on access_log_chain for select using ((select app_system()) = 'audit');
create policy access_log_chain_insert on access_log_chain for insert with check ((select app_system()) = 'audit');
create policy access_log_chain_update on access_log_chain for update using (false) with check (false);
create policy access_log_chain_delete on access_log_chain for delete using (false);

-- How far the seal may go: rows up to \`up_to\` are complete once every transaction before \`behind\` has ended.
create table access_log_mark (
  one boolean primary key default true check (one),
  up_to bigint not null default 0,
  behind xid8 not null default '0'
);
insert into access_log_mark default values;
alter table access_log_mark enable row level security;
alter table access_log_mark force row level security;
create policy access_log_mark_select on access_log_mark for select using ((select app_system()) = 'audit');
create policy access_log_mark_insert on access_log_mark for insert with check (false);
create policy access_log_mark_update on access_log_mark for update
  using ((select app_system()) = 'audit') with check ((select app_system()) = 'audit');
create policy access_log_mark_delete on access_log_mark for delete using (false);

-- Append-only for the product itself, whatever a policy says.
revoke update, delete, truncate on access_log, access_log_chain from weft_app;
revoke insert, delete, truncate on access_log_mark from weft_app;
`
