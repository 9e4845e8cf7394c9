import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import { logSleep, logSleepDiary, removeSleep, restoreSleep } from '@weft/contract/trackers/operations.ts'
import type { SleepDiary } from '@weft/contract/trackers/shapes.ts'
import { type SleepFault, sleepFault } from '@weft/contract/trackers/sleep.ts'
import type { Ctx } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { keepVersion, notAcceptable, requireDay, takeTurns, tellSharers, visibilityOf } from './keep.ts'
import { toNight } from './rows.ts'
import type { SleepEntryTable } from './tables.ts'

export const log = handleOwn(logSleep, async (ctx, input, personId) => {
  requireDay(ctx, input)
  const { minutesSlept, timesWoken, note } = input
  await store(ctx, personId, input, () => ({ minutesSlept, timesWoken, note }))
})

const faults: Record<SleepFault, string> = {
  'too-long-in-bed': 'more than 18 hours in bed',
  'no-sleep': 'no time left for sleep',
}

export const logFull = handleOwn(logSleepDiary, async (ctx, input, personId) => {
  requireDay(ctx, input)
  const { forDate, diary, note } = input
  const fault = sleepFault(diary, forDate, PERSON_ZONE)
  if (fault) throw notAcceptable('diary', faults[fault])
  await store(ctx, personId, input, (before) => ({
    minutesSlept: before?.minutes_slept ?? undefined,
    timesWoken: diary.timesWoken,
    note,
    diary,
  }))
})

interface Said {
  minutesSlept: number | undefined
  timesWoken: number | undefined
  note: string | undefined
  diary?: SleepDiary
}

async function store(
  ctx: Ctx<AccountScope>,
  personId: string,
  { forDate, recordedAt, changeId }: { forDate: string; recordedAt: string; changeId: string },
  say: (before: SleepEntryTable | undefined) => Said,
): Promise<void> {
  await takeTurns(ctx, personId)
  const before = await nightOn(ctx, personId, forDate)
  if (before) await keepVersion(ctx, personId, 'sleep', before.id, toNight(before))
  const { minutesSlept, timesWoken, note, diary } = say(before)
  const visibility = before?.visibility ?? (await visibilityOf(ctx, personId, 'sleep'))
  const { rows } = await ctx.tx.query(
    `insert into sleep_entry as e (id, person_id, for_date, minutes_slept, times_woken, note, diary, zone, recorded_at, visibility,
       created_at, created_by, created_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (person_id, for_date) do update set minutes_slept = excluded.minutes_slept, times_woken = excluded.times_woken,
       note = excluded.note, diary = excluded.diary, zone = excluded.zone, recorded_at = excluded.recorded_at, removed_at = null,
       version = e.version + 1
     returning *`,
    [
      before?.id ?? changeId,
      personId,
      forDate,
      minutesSlept,
      timesWoken,
      note,
      diary && JSON.stringify(diary),
      PERSON_ZONE,
      recordedAt,
      visibility,
      ctx.now,
      ctx.scope.accountId,
      ctx.scope.hat,
    ],
  )
  await tell(ctx, personId, rows[0])
}

const mark = (isRemoved: boolean) => async (ctx: Ctx<AccountScope>, input: { forDate: string }, personId: string) => {
  await takeTurns(ctx, personId)
  const before = await nightOn(ctx, personId, input.forDate)
  if (!before) throw new Refused('no_relation')
  if ((before.removed_at !== null) === isRemoved) return
  const { rows } = await ctx.tx.query(
    'update sleep_entry set removed_at = $2, version = version + 1 where id = $1 returning *',
    [before.id, isRemoved ? ctx.now : null],
  )
  await tell(ctx, personId, rows[0])
}

export const remove = handleOwn(removeSleep, mark(true))
export const restore = handleOwn(restoreSleep, mark(false))

async function tell(ctx: Ctx, personId: string, row: SleepEntryTable): Promise<void> {
  await publishOwn(ctx, personId, 'sleep.logged', toNight(row))
  await tellSharers(ctx, personId, 'sleep', row.visibility)
}

async function nightOn(ctx: Ctx, personId: string, forDate: string): Promise<SleepEntryTable | undefined> {
  const { rows } = await ctx.tx.query('select * from sleep_entry where person_id = $1 and for_date = $2 for update', [
    personId,
    forDate,
  ])
  return rows[0]
}
