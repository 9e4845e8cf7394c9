// Why: what is to be told, to whom, by which way and when (architecture 6): own reminders, devices that take notices, notices, and what each
// account chose. Rows are the truth; whoever wakes the jobs may forget.
// Locks: nothing that exists. Recover: drop these tables on an empty database and run again.
export const sql = `
create table reminder (
  id uuid primary key,
  person_id uuid not null references person (id),
  about text not null,
  words text,
  times text[] not null check (cardinality(times) > 0),
  days int[] not null check (cardinality(days) > 0),
  zone text not null,
  snoozed_until timestamptz,
  settled_through timestamptz not null,
  -- Occurrences up to here have their notice, or were before it was as it is now.
  fired_through timestamptz not null,
  -- The next one, for finding it; none once it is stopped.
  next_at timestamptz,
  stopped_at timestamptz,
  record_class text not null default 'personal',
  created_at timestamptz not null,
  created_by uuid not null,
  created_hat text not null,
  version int not null default 1
);
create index reminder_person on reminder (person_id);
create index reminder_due on reminder (next_at) where next_at is not null;
call protect_own('reminder', array['access','jobs','demo','erasure']);

-- A browser that takes notices. Its session brought it and takes it along.
create table push_subscription (
  id uuid primary key,
  account_id uuid not null references account (id),
  session_id uuid not null unique references session (id) on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  /** The deployment's key that the browser subscribed with; under another one nothing is sent there. */
  push_key text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  received_at timestamptz
);
create index push_subscription_account on push_subscription (account_id);
call protect('push_subscription', 'account_id = (select app_account())', 'account_id = (select app_account())',
  array['identity','jobs','demo','erasure']);
drop policy push_subscription_delete on push_subscription;
create policy push_subscription_delete on push_subscription for delete
  using (account_id = (select app_account()) or (select app_system()) = any (array['identity','jobs','demo','erasure']));

create table notice_settings (
  account_id uuid primary key references account (id),
  zone text not null default 'Europe/London',
  is_quiet boolean not null default true,
  quiet_from text not null default '22:00',
  quiet_until text not null default '06:00',
  /** What is switched off, 'kind:channel'. */
  off text[] not null default '{}'
);
call protect('notice_settings', 'account_id = (select app_account())', 'account_id = (select app_account())',
  array['jobs','demo','erasure']);

-- One thing to tell one account by one channel, once: the effect key says what, for reminders with the local date, time and zone.
create table notice (
  -- All that leaves the house of it, so by chance alone.
  id uuid primary key default gen_random_uuid(),
  -- Whom it is about.
  person_id uuid not null,
  account_id uuid not null references account (id),
  hat text not null,
  kind text not null check (kind in ('message','reminder','questions','test')),
  channel text not null default 'push' check (channel in ('push','email','text')),
  /** The conversation, the reminder, the questionnaire; the subscription of a test. */
  thing_id uuid,
  about text,
  effect_key text not null unique,
  /** When what it tells of happened, or was due. */
  at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting','sent','dropped')),
  /** Why it was dropped: read, off, superseded, nowhere. */
  why text,
  attempts int not null default 0,
  lease_until timestamptz,
  /** Subscriptions that have it already, so that trying again tries the others only. */
  reached uuid[] not null default '{}',
  sent_at timestamptz,
  opened_at timestamptz
);
create index notice_person on notice (person_id);
create index notice_due on notice (due_at) where state = 'waiting';
create index notice_thing on notice (account_id, thing_id, sent_at);
create index notice_at on notice (at);
call protect('notice', 'account_id = (select app_account())', 'account_id = (select app_account())',
  array['access','jobs','demo','erasure']);
drop policy notice_delete on notice;
create policy notice_delete on notice for delete using ((select app_system()) = any (array['jobs','demo','erasure']));

-- The deployment's own key, the half that everybody may know: what a browser subscribes with. The jobs, who hold the other half, say it.
create table push_key (
  one boolean primary key default true check (one),
  public_key text not null
);
`
