import { addDays } from '@weft/contract/conversations/zone-time.ts'
import type { WeftFile } from '@weft/contract/my-data/file.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { today } from '@weft/contract/trackers/days.ts'
import { ACTIVE_PROBLEMS_MAX, DAYS_HELD } from '@weft/contract/trackers/shapes.ts'
import { type Ctx, type Portable, type Publication, publication } from '../../platform/feature.ts'
import { takeTurns } from './keep.ts'
import { toMoment, toMood, toNight, toProblem, toRating } from './rows.ts'
import type { KeyMomentTable, MoodEntryTable, ProblemRatingTable, SleepEntryTable, TrackerTable } from './tables.ts'

type Part = Pick<WeftFile, 'sleep' | 'problems' | 'moods' | 'moments'>

/** Nights, problems with their ratings, moods and key moments. */
export const portable: Portable<Part> = {
  async take(ctx, personId) {
    const rowsOf = async <Row>(table: string, order: string, where = 'true'): Promise<Row[]> =>
      (
        await ctx.tx.query(
          `select * from ${table} where person_id = $1 and removed_at is null and ${where} order by ${order}`,
          [personId],
        )
      ).rows
    const ratings = await rowsOf<ProblemRatingTable>('problem_rating', 'for_date')
    return {
      sleep: (await rowsOf<SleepEntryTable>('sleep_entry', 'for_date')).map((row) => {
        const { forDate, recordedAt, zone, ...said } = toNight(row)
        return { forDate, recordedAt, zone, ...said }
      }),
      problems: (await rowsOf<TrackerTable>('tracker', 'created_at', `kind = 'problem'`)).map((row) => {
        const { problemId: id, createdAt, words, state } = toProblem(row)
        const own = ratings.filter((rating) => rating.tracker_id === row.id).map(toRating)
        return {
          id,
          createdAt,
          words,
          state,
          ratings: own.map(({ problemId: _, forDate, recordedAt, ...said }) => ({ forDate, recordedAt, ...said })),
        }
      }),
      moods: (await rowsOf<MoodEntryTable>('mood_entry', 'for_date')).map((row) => {
        const { moodId: id, forDate, recordedAt, ...said } = toMood(row)
        return { id, forDate, recordedAt, ...said }
      }),
      moments: (await rowsOf<KeyMomentTable>('key_moment', 'on_date')).map((row) => {
        const { id, on_date: onDate, words } = row
        return { id, onDate, words }
      }),
    }
  },

  /** A night that is here stays as it is. Of active problems as many go on as may be at once; the rest come paused. */
  async bring(ctx, personId, part, ids) {
    await takeTurns(ctx, personId)
    const idsHere = async (table: string) => {
      const { rows } = await ctx.tx.query(`select id from ${table} where person_id = $1`, [personId])
      const here = new Set(rows.map((row) => row.id as string))
      return (id: string) => here.has(id) || here.has(ids.of(id))
    }
    const has = {
      problem: await idsHere('tracker'),
      mood: await idsHere('mood_entry'),
      moment: await idsHere('key_moment'),
    }
    const nights = await nightsHere(ctx, personId)
    const news: Publication[] = []
    const tell = tellerOf(ctx, personId, news)

    const sleep = part.sleep.filter(({ forDate }) => !nights.has(forDate))
    const nightRows = await insert<SleepEntryTable>(
      ctx,
      personId,
      'sleep_entry',
      sleep.map((one) => ({
        id: ids.of(personId, `night ${one.forDate}`),
        for_date: one.forDate,
        minutes_slept: one.minutesSlept ?? null,
        times_woken: one.timesWoken ?? null,
        note: one.note ?? null,
        diary: one.diary ?? null,
        zone: one.zone,
        recorded_at: one.recordedAt,
      })),
    )
    for (const row of nightRows) tell(row.for_date, 'sleep.logged', toNight(row))

    const problems = part.problems.filter(({ id }) => !has.problem(id))
    let active = await activeProblems(ctx, personId)
    for (const { id, createdAt, words, state, ratings } of problems) {
      if (state === 'active') active += 1
      const [row] = await insert<TrackerTable>(ctx, personId, 'tracker', [
        {
          id: ids.of(id),
          kind: 'problem',
          words,
          state: state === 'active' && active > ACTIVE_PROBLEMS_MAX ? 'paused' : state,
          created_at: createdAt,
        },
      ])
      tell(undefined, 'problem.changed', toProblem(row as TrackerTable))
      const rated = await insert<ProblemRatingTable>(
        ctx,
        personId,
        'problem_rating',
        ratings.map((one) => ({
          id: ids.of(id, `rating ${one.forDate}`),
          tracker_id: ids.of(id),
          for_date: one.forDate,
          value: one.value,
          note: one.note ?? null,
          what_helped: one.whatHelped ?? null,
          recorded_at: one.recordedAt,
        })),
      )
      for (const rating of rated) tell(rating.for_date, 'problem.rated', toRating(rating))
    }

    const moods = part.moods.filter(({ id }) => !has.mood(id))
    const moodRows = await insert<MoodEntryTable>(
      ctx,
      personId,
      'mood_entry',
      moods.map((one) => ({
        id: ids.of(one.id),
        for_date: one.forDate,
        face: one.face,
        feelings: one.feelings ?? [],
        note: one.note ?? null,
        recorded_at: one.recordedAt,
      })),
    )
    for (const row of moodRows) tell(row.for_date, 'mood.logged', toMood(row))

    const moments = part.moments.filter(({ id }) => !has.moment(id))
    const momentRows = await insert<KeyMomentTable>(
      ctx,
      personId,
      'key_moment',
      moments.map((one) => ({ id: ids.of(one.id), words: one.words, on_date: one.onDate })),
    )
    for (const row of momentRows) tell(row.on_date, 'moment.marked', toMoment(row))

    const added = sleep.length + problems.length + moods.length + moments.length
    const all = part.sleep.length + part.problems.length + part.moods.length + part.moments.length
    return { added, known: all - added, news }
  },
}

async function nightsHere(ctx: Ctx, personId: string): Promise<Set<string>> {
  const { rows } = await ctx.tx.query('select for_date from sleep_entry where person_id = $1', [personId])
  return new Set(rows.map((row) => row.for_date as string))
}

async function activeProblems(ctx: Ctx, personId: string): Promise<number> {
  const { rows } = await ctx.tx.query(
    `select count(*)::int as n from tracker where person_id = $1 and kind = 'problem' and state = 'active'`,
    [personId],
  )
  return rows[0].n
}

/** Of days that a device holds, and no others: it asks for those by the window. */
function tellerOf(ctx: Ctx, personId: string, news: Publication[]) {
  const now = today(ctx.now)
  const [from, to] = [addDays(now, -DAYS_HELD), addDays(now, 2)]
  return (day: string | undefined, name: string, data: unknown) => {
    if (day !== undefined && (day < from || day > to)) return
    news.push(publication(ownChannel, { personId }, name as never, data as never, { subjectId: personId }))
  }
}

/** Stores rows in one statement, private, and answers them as they are stored. */
async function insert<Row>(
  ctx: Ctx,
  personId: string,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<Row[]> {
  const [first] = rows
  if (!first) return []
  const { scope } = ctx
  const by = scope.kind === 'account' ? { created_by: scope.accountId, created_hat: scope.hat } : {}
  const kept = { person_id: personId, visibility: 'private', created_at: ctx.now.toISOString(), ...by }
  const whole = rows.map((row) => ({ ...kept, ...row }))
  const columns = Object.keys(whole[0] as object).join(', ')
  const { rows: stored } = await ctx.tx.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) returning *`,
    [JSON.stringify(whole)],
  )
  return stored
}
