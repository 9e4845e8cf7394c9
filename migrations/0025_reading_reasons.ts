// Why: after the end a service's coordinators read only once they have said why (domain.md 3.3 rule 9; ADR 29).
// Locks: nothing that exists; access_fact is replaced, as it was but for one key. Recover: drop the table, put the function back.
export const sql = `
-- Kept as the access log is: no row is ever changed, and retention alone removes it. The names are ids, so that no erasure has to wait for it.
create table reading_reason (
  id uuid primary key,
  person_id uuid not null,
  service_id uuid not null,
  account_id uuid not null,
  reason text not null check (reason in
    ('continuity_of_care','records_request','complaint','safeguarding','court_or_law','audit','other')),
  text text,
  said_at timestamptz not null,
  until timestamptz not null,
  record_class text not null default 'audit',
  retention_class text not null default 'audit',
  check ((reason = 'other') = (text is not null))
);
create index reading_reason_person on reading_reason (person_id, account_id, until);
alter table reading_reason enable row level security;
alter table reading_reason force row level security;
create policy reading_reason_select on reading_reason for select using ((select app_system()) = any (array['access','audit','demo']));
create policy reading_reason_insert on reading_reason for insert with check ((select app_system()) = any (array['access','demo']));
create policy reading_reason_update on reading_reason for update using (false) with check (false);
create policy reading_reason_delete on reading_reason for delete using (false);
revoke update, delete, truncate on reading_reason from weft_app;

-- The decision about access looks at the reasons that stand, newest first. As before but for that.
do $$
declare
  was text := pg_get_functiondef('access_fact(uuid, uuid, text, uuid, uuid)'::regprocedure);
  service text := '''service'', (select jsonb_build_object(';
begin
  if position(service in was) = 0 then raise exception 'access_fact does not read as it did'; end if;
  execute replace(was, service,
    '''reasons'', case when p_hat = ''coordinator'' then (select coalesce(jsonb_agg(jsonb_build_object(
        ''service_id'', w.service_id, ''reason'', w.reason, ''until'', w.until) order by w.said_at desc), ''[]'')
      from reading_reason w where w.person_id = p.id and w.account_id = a.id and w.until > app_now()) else ''[]'' end,
    ' || service);
end $$;
`
