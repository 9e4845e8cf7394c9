// Why: conversations with members by spans, messages with their edits, read marks and hidden messages.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
create table conversation (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('person_team','carer_team','team_note')),
  service_id uuid not null references service (id),
  enrolment_id uuid references enrolment (id),
  carer_link_id uuid references carer_link (id),
  note_of uuid references conversation (id),
  state text not null default 'open' check (state in ('open','closed')),
  closed_at timestamptz,
  team_seen_through bigint not null default 0,
  team_seen_at timestamptz,
  other_seen_through bigint not null default 0,
  other_seen_at timestamptz,
  awaiting_since timestamptz,
  due_at timestamptz,
  last_number bigint not null default 0,
  last_at timestamptz,
  last_auto_at timestamptz,
  record_class text not null default 'service',
  controller_id uuid not null,
  legal_basis text not null,
  retention_class text not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  created_hat text,
  assisted_by uuid,
  version int not null default 1
);
create index conversation_person on conversation (person_id);
create index conversation_service on conversation (service_id, last_at desc);
create unique index conversation_one_person_team on conversation (enrolment_id) where kind = 'person_team';
create unique index conversation_one_carer_team on conversation (carer_link_id, service_id) where kind = 'carer_team';
create unique index conversation_one_note on conversation (note_of) where kind = 'team_note';
call protect('conversation',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= now() and (until is null or until > now()))',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= now() and (until is null or until > now()))',
  array['channels','access','jobs','demo','batch']);

-- Whoever belongs or belonged, by spans of event numbers; a returning member starts a new span.
create table conversation_member (
  conversation_id uuid not null references conversation (id),
  person_id uuid not null,
  kind text not null,
  account_id uuid not null references account (id),
  hat text not null,
  is_team boolean not null,
  first_number bigint not null,
  last_number bigint,
  name text not null,
  role text,
  organisation text,
  relationship text,
  primary key (conversation_id, account_id, hat, first_number)
);
create unique index conversation_member_current on conversation_member (conversation_id, account_id, hat) where last_number is null;
create index conversation_member_account on conversation_member (account_id, hat) where last_number is null;
create index conversation_member_person on conversation_member (person_id);
call protect('conversation_member',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= now() and (until is null or until > now()))',
  'false',
  array['channels','access','jobs','demo','batch']);

-- record_class, controller, basis and retention are the conversation's: one message never has others.
create table message (
  id uuid primary key,
  person_id uuid not null,
  conversation_id uuid not null references conversation (id),
  kind text not null,
  number bigint not null,
  message_kind text not null default 'message' check (message_kind in ('message','auto','event','correction')),
  author_id uuid references account (id),
  author_hat text,
  author jsonb,
  on_behalf_of uuid,
  body text not null,
  body_hash bytea,
  reply_to_id uuid,
  corrects_id uuid,
  keep_from_person boolean not null default false,
  line jsonb,
  due_at timestamptz,
  sent_at timestamptz not null,
  edited_at timestamptz,
  edits jsonb not null default '[]',
  withdrawn_at timestamptz,
  withdrawn_by text,
  filed text not null default 'no' check (filed in ('no','filed')),
  unique (conversation_id, number)
);
create index message_person on message (person_id);
call protect('message',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= now() and (until is null or until > now()))',
  '(person_id, kind) in (select person_id, category from authz_grant where account_id = (select app_account()) and valid_from <= now() and (until is null or until > now()))',
  array['channels','access','jobs','demo','batch']);

-- Each reader's own mark under each hat. Unread is counted from the log, never stored.
create table conversation_read (
  conversation_id uuid not null references conversation (id),
  person_id uuid not null,
  account_id uuid not null references account (id),
  hat text not null,
  read_through bigint not null default 0,
  primary key (account_id, hat, conversation_id)
);
create index conversation_read_person on conversation_read (person_id);
call protect('conversation_read', 'account_id = (select app_account())', 'account_id = (select app_account())', array['jobs','demo','batch']);

create table message_hidden (
  message_id uuid not null references message (id),
  person_id uuid not null,
  conversation_id uuid not null references conversation (id),
  account_id uuid not null references account (id),
  hat text not null,
  primary key (account_id, hat, message_id)
);
create index message_hidden_person on message_hidden (person_id);
create index message_hidden_conversation on message_hidden (account_id, hat, conversation_id);
call protect('message_hidden', 'account_id = (select app_account())', 'account_id = (select app_account())', array['jobs','demo']);
-- A hidden message may be shown again by whoever hid it.
drop policy message_hidden_delete on message_hidden;
create policy message_hidden_delete on message_hidden for delete
  using (account_id = (select app_account()) or (select app_system()) = any (array['erasure','demo']));
`
