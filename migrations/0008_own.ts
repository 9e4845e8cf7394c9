// Why: what a person owns: each act on it once for ever, and the choices by which they set up the app for themself.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
-- The condition "of a person whom the asker reaches in one of these categories (access rule, domain.md 3.3) now".
create function granted(variadic categories text[]) returns text language sql immutable return
  'person_id in (select person_id from authz_grant where account_id = (select app_account()) and category in ('
  || (select string_agg(quote_literal(category), ',') from unnest(categories) as category)
  || ') and valid_from <= (select app_now()) and (until is null or until > (select app_now())))';

-- A table that only its owner reads and changes.
create procedure protect_own(tbl regclass, systems text[]) language plpgsql as $$
begin
  call protect(tbl, granted('own'), granted('own'), systems);
end $$;

-- A table that its owner changes, and whose rows with 'shown' are read by those they share with.
create procedure protect_shared(tbl regclass, shown text, systems text[]) language plpgsql as $$
begin
  call protect(tbl, granted('own') || ' or (' || shown || ' and ' || granted('shared') || ')', granted('own'), systems);
end $$;

-- One row for each act of the owner, under the id that the device gave it: the act's receipt and its trace.
create table own_change (
  change_id uuid primary key,
  person_id uuid not null references person (id),
  operation text not null,
  /** SHA-256 of the input, to tell a second copy from another act under the same id. */
  digest bytea not null,
  at timestamptz not null,
  created_by uuid not null,
  created_hat text not null
);
create index own_change_person on own_change (person_id, at);
call protect_own('own_change', array['access','demo','erasure']);

create table own_choices (
  person_id uuid primary key references person (id),
  help_with text[],
  started_at timestamptz,
  record_class text not null default 'personal',
  changed_at timestamptz not null
);
call protect_own('own_choices', array['access','demo','erasure']);
`
