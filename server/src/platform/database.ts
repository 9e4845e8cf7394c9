/**
 * Every table's row type, by name. A feature adds its own in `tables.ts`:
 * `declare module '../../platform/database.ts' { interface Database { message: MessageTable } }`.
 */
export interface Database {
  topic_head: { topic: string; epoch: string; seq: string }
}
