// Why: what people say of Weft, with nobody's name on it; the addresses of those who want an answer apart, where no reader reaches them.
// Locks: nothing that exists. Recover: drop these two tables; nothing else rests on them.
export const sql = `
-- The day and not the hour, and no account: nobody can lay it beside who was signed in when.
create table feedback (
  id uuid primary key,
  subject text not null,
  words text not null,
  language text not null,
  screen text,
  hat text check (hat in ('patient','carer','staff')),
  received_on date not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open','done')),
  answer text,
  done_on date,
  done_by uuid,
  check ((state = 'done') = (done_on is not null and done_by is not null))
);
create index feedback_open on feedback (due_on) where state = 'open';
create index feedback_done on feedback (done_on) where state = 'done';
create index feedback_received on feedback (received_on);
call protect('feedback', '(select app_is_editor())', '(select app_is_editor())', array['access','jobs','demo','erasure']);

create table feedback_address (
  feedback_id uuid primary key references feedback (id) on delete cascade,
  email text not null
);
call protect('feedback_address', 'false', 'false', array['access','jobs','demo','erasure']);
`
