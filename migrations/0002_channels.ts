// Why: the log of every topic (packages/channels/schema.sql): live feed and replay log at once, with its fences.
// Locks: nothing that exists. Recover: drop these tables; every client falls back to a snapshot.
export const sql = `
-- The channel log: what createPostgresLog() reads and writes. Copy it into your own migration; it is forward-only from here.
--
-- topic_epoch   one row: the epoch of every topic that has no head row yet, and the cluster it was made on.
-- topic_head    one row a topic: the last number given. Its row lock, held to commit, is what makes numbers follow commit order.
-- topic_event   the events: live feed and replay log at once.
--
-- Why the primary key is (topic, seq, slot): a partitioned table's key must hold its partition column. 'slot' is the day's place in a ring
-- of 16 daily partitions, so the key alone makes a number unique within a day; across days the locked head row does (it never gives
-- a number twice). 'day' never goes back within a topic (the head row keeps it), so emptying the oldest days always removes the
-- front of a topic's log and never leaves a hole. A ring instead of ever-new partitions: nothing runs DDL in production, the parent
-- is never locked, and expiry is one TRUNCATE of one small table (14 days kept + today + the day being emptied = 16).
--
-- Grants the product's role needs: select, insert, update on all three tables, delete on topic_event, truncate on its partitions.
-- subject_id and actor_id may just as well be uuid: no statement casts them.

create table topic_epoch (
  one boolean primary key default true check (one),
  epoch text not null default gen_random_uuid()::text,
  cluster text
);
insert into topic_epoch default values;

create table topic_head (
  topic text primary key,
  epoch text not null,
  seq bigint not null check (seq >= 0),
  day date not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

create function topic_slot(day date) returns smallint
  language sql immutable strict parallel safe
  return ((day - date '2000-01-01') % 16)::smallint;

create table topic_event (
  topic text not null,
  seq bigint not null check (seq > 0),
  name text not null,
  data jsonb not null,
  subject_id uuid,
  actor_id uuid,
  at timestamptz not null,
  day date not null,
  slot smallint not null check (slot = topic_slot(day)),
  primary key (topic, seq, slot)
) partition by list (slot);

create index topic_event_subject on topic_event (subject_id) where subject_id is not null;

create table topic_event_00 partition of topic_event for values in (0);
create table topic_event_01 partition of topic_event for values in (1);
create table topic_event_02 partition of topic_event for values in (2);
create table topic_event_03 partition of topic_event for values in (3);
create table topic_event_04 partition of topic_event for values in (4);
create table topic_event_05 partition of topic_event for values in (5);
create table topic_event_06 partition of topic_event for values in (6);
create table topic_event_07 partition of topic_event for values in (7);
create table topic_event_08 partition of topic_event for values in (8);
create table topic_event_09 partition of topic_event for values in (9);
create table topic_event_10 partition of topic_event for values in (10);
create table topic_event_11 partition of topic_event for values in (11);
create table topic_event_12 partition of topic_event for values in (12);
create table topic_event_13 partition of topic_event for values in (13);
create table topic_event_14 partition of topic_event for values in (14);
create table topic_event_15 partition of topic_event for values in (15);

-- Appends events in the order given: [{ topic, name, data, subject_id?, actor_id?, at? }]. Heads are locked in topic order, so concurrent
-- callers cannot deadlock, and to the end of the transaction. Answers what was given to each: its place, epoch, number and time. A function, so that its plan is kept and a set-based command of
-- yours can call it from SQL. Runs with the caller's rights: row-level security applies.
create function topic_append(events jsonb)
  returns table (place bigint, epoch text, seq bigint, at timestamptz)
  language plpgsql as $$
#variable_conflict use_column
begin
  return query
  with input as materialized (
    select e.*, e.ordinality as place from jsonb_populate_recordset(null::topic_event, events) with ordinality as e
  ), head as (
    insert into topic_head as h (topic, epoch, seq, day)
    select input.topic, (select e.epoch from topic_epoch e), count(*), (clock_timestamp() at time zone 'utc')::date
    from input group by input.topic order by input.topic
    on conflict (topic) do update set seq = h.seq + excluded.seq, day = greatest(h.day, excluded.day)
    returning h.topic, h.epoch, h.seq, h.day
  ), numbered as materialized (
    select i.place, i.topic, head.epoch, i.name, i.data, i.subject_id, i.actor_id, head.day, topic_slot(head.day) as slot,
      coalesce(i.at, date_trunc('milliseconds', clock_timestamp())) as at,
      head.seq - count(*) over (partition by i.topic) + row_number() over (partition by i.topic order by i.place) as seq
    from input i join head on head.topic = i.topic
  ), stored as (
    insert into topic_event (topic, seq, name, data, subject_id, actor_id, at, day, slot)
    select n.topic, n.seq, n.name, n.data, n.subject_id, n.actor_id, n.at, n.day, n.slot from numbered n
  )
  select n.place, n.epoch, n.seq, n.at from numbered n order by n.place;
end $$;

-- Heads say only how long a topic is. Events hold what people wrote: their readers are the node's own worker, the jobs and nobody else;
-- whoever acts may add to the log in the transaction that acts.
alter table topic_epoch enable row level security;
alter table topic_epoch force row level security;
create policy topic_epoch_select on topic_epoch for select using (true);
create policy topic_epoch_insert on topic_epoch for insert with check (false);
create policy topic_epoch_update on topic_epoch for update using ((select app_system()) = 'channels') with check ((select app_system()) = 'channels');
create policy topic_epoch_delete on topic_epoch for delete using (false);
call protect('topic_head', 'true', '(select app_account()) is not null', array['channels','access','jobs','demo','batch','identity']);
call protect('topic_event', 'false', '(select app_account()) is not null', array['channels','access','jobs','demo','batch','identity']);
do $do$ begin
  for place in 0..15 loop
    execute format('call protect(%L, %L, %L, array[%L,%L])', 'topic_event_' || to_char(place, 'FM00'), 'false', 'false', 'channels', 'jobs');
    execute format('grant truncate on %I to weft_app', 'topic_event_' || to_char(place, 'FM00'));
  end loop;
end $do$;
`
