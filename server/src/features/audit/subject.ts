import type { Subject } from '../../platform/feature.ts'
import { neverThePersons } from './list-access-log.ts'

/** What audit holds about one person: who looked. It is kept for eight years, whatever else is erased (domain.md 17). */
export const subject: Subject = {
  /** Without refusals, and without what the person may not know of; under every id that they ever went by, as in their own view of it. */
  async export(ctx, personId) {
    const { rows: ids } = await ctx.tx.asSystem('access', () =>
      ctx.tx.query('select id from person where id = $1 or merged_into = $1', [personId]),
    )
    return ctx.tx.asSystem('audit', async () => {
      const { rows } = await ctx.tx.query(
        `select at, hat, record_class, item_kind, action, purpose, reason_code, service_id from access_log
         where person_id = any ($1) and action <> 'deny' and not hidden_from_person and item_kind <> all ($2) order by id`,
        [ids.map((row) => row.id), neverThePersons],
      )
      return { accessLog: rows }
    })
  },

  /** The log holds ids and codes and no words; retention alone removes it. */
  async erase() {},

  /** A row stays under the id that the person had then; whoever reads it resolves the other. */
  async merge() {},
}
