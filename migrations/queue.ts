import { runMigrations } from 'bullmq'
import type { Client } from 'pg'

/**
 * The schema `bullmq`, where wakes queue when there is no Redis. The library brings and numbers its own migrations; they run as
 * `weft_owner`, and `weft_app` may use what they made and change nothing about it. Safe to repeat.
 */
export async function migrateQueue(client: Client): Promise<void> {
  await client.query(
    `do $$ begin execute format('grant create on database %I to weft_owner', current_database()); end $$`,
  )
  await client.query('set role weft_owner')
  try {
    await runMigrations(client as Parameters<typeof runMigrations>[0], 'bullmq')
    // The library makes a queue's sequence at its first wake, which only an owner may: `jobs` is the queue of platform/job-queue.ts.
    await client.query(`select bullmq.next_job_id('jobs')`)
    await client.query(`
      grant usage on schema bullmq to weft_app;
      grant select, insert, update, delete on all tables in schema bullmq to weft_app;
      grant usage, select on all sequences in schema bullmq to weft_app;`)
  } finally {
    await client.query('reset role')
  }
}
