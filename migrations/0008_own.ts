// Why: what a person owns: each act on it once for ever, and the choices by which they set up the app for themself.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
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
call protect('own_change',
  'person_id in (select person_id from authz_grant where account_id = (select app_account()) and category = ''own'')',
  'person_id in (select person_id from authz_grant where account_id = (select app_account()) and category = ''own'')',
  array['access','demo','erasure']);

create table own_choices (
  person_id uuid primary key references person (id),
  help_with text[],
  started_at timestamptz,
  record_class text not null default 'personal',
  changed_at timestamptz not null
);
call protect('own_choices',
  'person_id in (select person_id from authz_grant where account_id = (select app_account()) and category = ''own'')',
  'person_id in (select person_id from authz_grant where account_id = (select app_account()) and category = ''own'')',
  array['access','demo','erasure']);
`
