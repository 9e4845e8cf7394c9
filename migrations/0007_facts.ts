// Why: who is still to be told of what happened (docs/adr/0010): a row for each listener that runs after the commit, written in the transaction
// of the fact, deleted in the transaction of the listener. Ids only, never words.
// Locks: nothing that exists. Recover: drop the table; what it held is told to nobody.
export const sql = `
create table untold_fact (
  id bigint generated always as identity primary key,
  fact text not null,
  listener text not null,
  data jsonb not null,
  request_id text not null,
  announced_at timestamptz not null,
  -- Nobody takes it before then: the end of a lease, or of the wait after a failure.
  due_at timestamptz not null,
  attempts int not null default 0
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
create index untold_fact_due on untold_fact (due_at, id);

-- Whoever acts may add, a stranger who signs up as well; only the jobs see what was added.
alter table untold_fact enable row level security;
alter table untold_fact force row level security;
create policy untold_fact_select on untold_fact for select using ((select app_system()) = 'jobs');
create policy untold_fact_insert on untold_fact for insert with check (true);
create policy untold_fact_update on untold_fact for update
  using ((select app_system()) = 'jobs') with check ((select app_system()) = 'jobs');
create policy untold_fact_delete on untold_fact for delete using ((select app_system()) = 'jobs');
`
