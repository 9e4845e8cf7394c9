import { randomUUID } from 'node:crypto'
import type { Plant } from '../../server/src/app.ts'
import type { Db, Tx } from '../../server/src/platform/db.ts'
import type { Runner } from '../../server/src/platform/runner.ts'

type Query = Tx['query']

/** Mistakes with what people own, with sharing and with reminders; chaos/plants.ts says the rest. */
export const ownPlants: Record<string, Plant & { client?: 'rekey-own' }> = {
  'act-retried-with-new-key': { client: 'rekey-own' },
  // A copy that comes late is done again, over what was set meanwhile.
  'act-not-once': { runner: (runner) => rewrite(runner, ownActs, (input) => ({ ...input, changeId: randomUUID() })) },
  'stale-words-win': {
    runner: (runner) =>
      rewrite(runner, ['diary.edit'], ({ onTopOf: _, ...input }) => ({ ...input, baseVersion: 1_000_000 })),
  },
  // The version that was seen is compared, and what was to make it is not asked after.
  'stands-on-nothing': {
    runner: (runner) => rewrite(runner, ['diary.edit'], ({ onTopOf: _, ...input }) => input),
  },
  'earlier-words-not-kept': {
    db: (db) =>
      watched(
        db,
        (query) => (text, values, name) => dropping(/insert into diary_entry_version/, query)(text, values, name),
      ),
  },
  'stopped-share-still-open': { runner: remembering },
  'newest-first-in-the-snapshot-alone': {
    runner: (runner) => ({
      ...runner,
      async snapshot(...args: Parameters<Runner['snapshot']>) {
        const answer = await runner.snapshot(...args)
        const { trackers } = answer.state as { trackers?: { moods: unknown[] } }
        if (!trackers) return answer
        const moods = trackers.moods.toReversed()
        return { ...answer, state: { ...(answer.state as object), trackers: { ...trackers, moods } } }
      },
    }),
  },
  // An occurrence in the hour that the clock shows twice comes twice.
  'clock-change-twice': {
    db: (db) =>
      watched(
        db,
        (query) => (text, values, name) =>
          query(text, isTelling(text) ? [JSON.stringify(tellings(values).flatMap(twiceInTheHour))] : values, name),
      ),
  },
  // Its row has moved on, and of some occurrences no notice was kept.
  'occurrence-not-kept': {
    db: (db) =>
      watched(
        db,
        (query) => (text, values, name) =>
          query(
            text,
            isTelling(text) ? [JSON.stringify(tellings(values).filter(() => Math.random() < 0.97))] : values,
            name,
          ),
      ),
  },
  'quiet-hours-ignored': {
    db: (db) =>
      watched(db, (query) => async (text, values, name) => {
        const answer = await query(text, values, name)
        if (!text.includes('quiet_from')) return answer
        return { ...answer, rows: answer.rows.map((row) => ({ ...row, is_quiet: false })) }
      }),
  },
}

const ownActs = [
  'sleep.log',
  'problem.rate',
  'mood.remove',
  'mood.restore',
  'share.start',
  'share.stop',
  'goal.delete',
  'goal.restore',
]

function rewrite(
  runner: Runner,
  names: readonly string[],
  change: (input: Record<string, unknown>) => Record<string, unknown>,
): Runner {
  return {
    ...runner,
    run: (operation, scope, raw, door) =>
      runner.run(operation, scope, names.includes(operation.name) ? change(raw as Record<string, unknown>) : raw, door),
  }
}

/** Answers of a few seconds ago are given again. */
function remembering(runner: Runner): Runner {
  const answers = new Map<string, { until: number; answer: unknown }>()
  return {
    ...runner,
    async run(operation, scope, raw, door) {
      if (!operation.name.endsWith('.listShared')) return runner.run(operation, scope, raw, door)
      const key = `${operation.name} ${JSON.stringify(raw)}`
      const known = answers.get(key)
      if (known && known.until > Date.now()) return known.answer
      const answer = await runner.run(operation, scope, raw, door)
      answers.set(key, { until: Date.now() + 2_500, answer })
      return answer
    },
  }
}

function watched(db: Db, change: (query: Query) => Query): Db {
  return {
    ...db,
    as: (scope, work, options) => db.as(scope, (tx) => work({ ...tx, query: change(tx.query) }), options),
  }
}

const dropping =
  (what: RegExp, query: Query): Query =>
  (text, values, name) =>
    what.test(text) ? Promise.resolve({ rows: [], rowCount: 0 }) : query(text, values, name)

interface Telling {
  key: string
  at: string
}

const isTelling = (text: string) => text.includes('insert into notice') && text.includes("'reminder'")
const tellings = (values: readonly unknown[] | undefined) => JSON.parse(String(values?.[0])) as Telling[]

function twiceInTheHour(one: Telling): Telling[] {
  const at = new Date(one.at)
  const isDoubled = at.getUTCMonth() === 9 && at.getUTCDate() > 24 && at.getUTCDay() === 0 && at.getUTCHours() === 0
  if (!isDoubled) return [one]
  return [one, { ...one, key: `${one.key}:again`, at: new Date(at.getTime() + 3_600_000).toISOString() }]
}
