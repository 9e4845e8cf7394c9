import type { Restore } from '../history.ts'
import type { OwnAct, OwnHistory } from './history.ts'
import { wasUndone } from './undone.ts'

/** By what of a person's an act's words are shared, if ever. */
function scopeOf({ push, entryId }: OwnAct): string | undefined {
  if (push === 'mood.log') return 'mood'
  if (push === 'sleep.log') return 'sleep'
  return entryId && `diary:${entryId}`
}

/** A team is shown nothing but what is shared with it while it looks, and hears no word of it. */
export function leaksToTeams(history: OwnHistory, restores: readonly Restore[]): string[] {
  const complaints = history.overheard.map(({ onlooker, words }) => `I10 ${onlooker} heard ${words} on their socket`)
  const said = Map.groupBy(history.acts, (act) => act.words)
  const choices = Map.groupBy(
    history.acts.filter((act) => act.push.startsWith('share.') && act.outcome !== 'fail'),
    (act) => `${act.personId} ${act.sets[0]?.what}`,
  )
  for (const read of history.reads) {
    for (const words of read.words) {
      const scopes = (said.get(words) ?? []).map(scopeOf)
      const isShared = scopes.some((scope) =>
        isOpen(choices.get(`${read.personId} share ${scope}`) ?? [], read, restores),
      )
      if (!isShared) complaints.push(`I10 ${read.onlooker} was shown ${words}, which was not shared (${scopes.join()})`)
    }
  }
  return complaints
}

/**
 * Unless each start is certainly followed by a stop that was acknowledged before the read began. A start that a restore took is offered again by
 * its device, perhaps only after a stop that another one sent since.
 */
function isOpen(
  made: readonly OwnAct[],
  read: { invokedAt: number; endedAt: number },
  restores: readonly Restore[],
): boolean {
  const starts = made.filter((act) => act.push === 'share.start' && act.invokedAt < read.endedAt)
  const stops = made.filter(
    (act) =>
      act.push === 'share.stop' &&
      act.outcome === 'ok' &&
      (act.endedAt as number) < read.invokedAt &&
      !wasUndone(restores, act),
  )
  const isStopped = (start: OwnAct) =>
    !wasUndone(restores, start) &&
    stops.some((stop) =>
      stop.device === start.device
        ? stop.order > start.order
        : start.endedAt !== undefined && stop.invokedAt > start.endedAt,
    )
  return starts.some((start) => !isStopped(start))
}
