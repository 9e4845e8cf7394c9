// Why: the ground every feature stands on: who is asking, the coarse grants of row-level security, and a way to protect a table.
// Locks: nothing that exists. Recover: drop the schema of an empty database and run again.
export const sql = `
-- Who is asking, set by db.as() for one transaction. Absent means nobody: no rows.
create function app_account() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;
create function app_system() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('app.system', true), '') $$;
-- The product's own clock, set with the identity, so that the fence and the code agree on what is over; the machine's if it is not set.
create function app_now() returns timestamptz language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- The coarse fence (architecture 5): kept in the same transaction as its sources by the access feature.
create table authz_grant (
  account_id uuid not null,
  person_id uuid not null,
  category text not null,
  valid_from timestamptz not null default '-infinity',
  until timestamptz,
  primary key (account_id, person_id, category)
);
create index authz_grant_person on authz_grant (person_id);
alter table authz_grant enable row level security;
alter table authz_grant force row level security;
create policy authz_grant_select on authz_grant for select
  using (account_id = (select app_account()) or (select app_system()) is not null);
create policy authz_grant_insert on authz_grant for insert with check ((select app_system()) = 'access');
create policy authz_grant_update on authz_grant for update
  using ((select app_system()) = 'access') with check ((select app_system()) = 'access');
create policy authz_grant_delete on authz_grant for delete using ((select app_system()) = 'access');

-- Gives a table its four policies. 'reach' and 'change' are conditions on its columns; 'systems' are the inner
-- workers (db.as({ system })) that may read and write it besides.
create procedure protect(tbl regclass, reach text, change text, systems text[]) language plpgsql as $$
declare
  own text := format('(select app_system()) = any (%L::text[])', systems);
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy %I on %s for select using (%s or (%s))', tbl || '_select', tbl, own, reach);
  execute format('create policy %I on %s for insert with check (%s or (%s))', tbl || '_insert', tbl, own, change);
  execute format('create policy %I on %s for update using (%s or (%s)) with check (%s or (%s))', tbl || '_update', tbl, own, change, own, change);
  execute format('create policy %I on %s for delete using ((select app_system()) = any (array[''erasure'', ''demo'']))', tbl || '_delete', tbl);
end $$;
`
