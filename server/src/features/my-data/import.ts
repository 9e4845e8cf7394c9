import { addDays } from '@weft/contract/conversations/zone-time.ts'
import type { WeftFile } from '@weft/contract/my-data/file.ts'
import { importFile } from '@weft/contract/my-data/operations.ts'
import { THINGS_MAX, thingsIn } from '@weft/contract/my-data/too-much.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { today } from '@weft/contract/trackers/days.ts'
import { type Ctx, type Feature, handle } from '../../platform/feature.ts'
import { idsOf, takeFile } from './weft-file.ts'

/**
 * One transaction: what does not fit anywhere refuses the whole, as does more than one person may have. Each noun brings its part, and the
 * person's devices hear of all of it.
 */
export const bringBack = (features: () => readonly Feature[]) =>
  handle(importFile, async (ctx: Ctx, { file, ...asked }) => {
    const { personId } = await ctx.require<{ personId: string }>('own.write', asked)
    refuseDoubles(file)
    refuseFuture(file, addDays(today(ctx.now), 1))
    const ids = idsOf(personId)
    const sum = { added: 0, known: 0 }
    for (const { portable } of features()) {
      if (!portable) continue
      const { added, known, news } = await portable.bring(ctx, personId, file, ids)
      await ctx.publishAll(news)
      sum.added += added
      sum.known += known
    }
    if (sum.added > 0 && thingsIn(await takeFile(ctx, personId, features())) > THINGS_MAX)
      throw new ProblemError('too-big')
    return sum
  })

/** Two things with one id, or two of what there is one a day. */
function refuseDoubles(file: WeftFile): void {
  const lists: [path: string, keys: string[]][] = [
    ...(['goals', 'problems', 'moods', 'moments', 'diary', 'coping', 'reminders'] as const).map(
      (name): [string, string[]] => [name, file[name].map(({ id }) => id)],
    ),
    ['sleep', file.sleep.map(({ forDate }) => forDate)],
    ...(['goals', 'problems'] as const).flatMap((name) =>
      file[name].map((one, place): [string, string[]] => [
        `${name}.${place}.ratings`,
        one.ratings.map(({ forDate }) => forDate),
      ]),
    ),
  ]
  for (const [path, keys] of lists) {
    const seen = new Set<string>()
    for (const [place, key] of keys.entries()) {
      if (seen.has(key)) throw notAcceptable(`file.${path}.${place}`, 'is there twice')
      seen.add(key)
    }
  }
}

type Listed = 'goals' | 'sleep' | 'problems' | 'moods' | 'diary' | 'coping' | 'reminders'

/** Of each list, the days on which something was; what is planned, like a target date, may be any day. */
const daysOf: { [Name in Listed]: (one: WeftFile[Name][number]) => (string | undefined)[] } = {
  goals: (one) => [
    one.createdAt,
    one.activatedAt,
    one.achievedOn,
    ...one.steps.map(({ doneAt }) => doneAt),
    ...one.ratings.flatMap(({ forDate, recordedAt }) => [forDate, recordedAt]),
  ],
  sleep: (one) => [one.forDate, one.recordedAt],
  problems: (one) => [one.createdAt, ...one.ratings.flatMap(({ forDate, recordedAt }) => [forDate, recordedAt])],
  moods: (one) => [one.forDate, one.recordedAt],
  diary: (one) => [one.forDate, one.writtenAt],
  coping: (one) => [one.createdAt, one.pinnedAt, ...one.taps.map(({ at }) => at)],
  reminders: (one) => [one.createdAt],
}

/** Days that have not come hold nothing yet; a clock may be a day ahead. */
function refuseFuture(file: WeftFile, latest: string): void {
  const check = (path: string, dates: readonly (string | undefined)[]) => {
    if (dates.some((date) => date !== undefined && date.slice(0, 10) > latest))
      throw notAcceptable(`file.${path}`, 'is in the future')
  }
  for (const name of Object.keys(daysOf) as Listed[])
    for (const [place, one] of file[name].entries()) check(`${name}.${place}`, daysOf[name](one as never))
  check('safetyPlan', [file.safetyPlan?.changedAt])
  check('aboutMe', [file.aboutMe?.changedAt])
}

const notAcceptable = (path: string, message: string) =>
  new ProblemError('not-acceptable', { fields: [{ path, message }] })
