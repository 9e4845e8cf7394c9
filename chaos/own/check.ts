import type { Verdict } from '../checker.ts'
import type { Restore } from '../history.ts'
import { doubledNotices, lostNotices, quietHoursBroken } from './check-reminders.ts'
import { leaksToTeams } from './check-sharing.ts'
import type { OwnAct, OwnHistory, OwnTruth } from './history.ts'
import { wasUndone } from './undone.ts'

/** Holds what owners did against the same promises as messages (quality.md 1 and 2). Each complaint begins with the invariant it breaks. Pure. */
export function checkOwn(history: OwnHistory, truth: OwnTruth, restores: readonly Restore[]): Verdict {
  return {
    lost: [
      ...lostActs(history, truth, restores),
      ...lostWords(history, truth, restores),
      ...lostConflicts(history),
      ...strangeRefusals(history, restores),
      ...lostNotices(truth),
    ],
    duplicated: [...doubles(history, truth), ...inventions(history, truth), ...doubledNotices(truth)],
    disordered: [
      ...overwritten(history, truth, restores),
      ...wrongSettings(history, truth, restores),
      ...stepsOutOfOrder(history, truth, restores),
    ],
    diverged: unequal(history, truth),
    leakedAfterRevoke: [...leaksToTeams(history, restores), ...quietHoursBroken(history, truth)],
  }
}

const named = ({ push, words, device, order }: OwnAct) => words ?? `${push} ${order} of ${device}`

function lostActs(history: OwnHistory, truth: OwnTruth, restores: readonly Restore[]): string[] {
  return history.acts
    .filter((act) => act.outcome === 'ok' && !truth.changes.has(act.changeId) && !wasUndone(restores, act))
    .map((act) => `I1 ${named(act)} was acknowledged and is not there`)
}

/** What was said stands, or is kept as what was said before; of what a restore took, it may lie on its device instead, or have been let go there. */
function lostWords(history: OwnHistory, truth: OwnTruth, restores: readonly Restore[]): string[] {
  const held = new Set(history.views.flatMap((view) => view.refused))
  return history.acts
    .filter(
      (act) =>
        act.outcome === 'ok' &&
        act.words !== undefined &&
        !truth.kept.has(act.words) &&
        !(wasUndone(restores, act) && (held.has(act.changeId) || act.isDiscarded)),
    )
    .map((act) => `I1 the words ${act.words} were acknowledged and are neither there nor kept`)
}

/** Of two texts that met, the one that was refused lies on its device until its writer has seen to it. */
function lostConflicts(history: OwnHistory): string[] {
  const held = new Set(history.views.flatMap((view) => view.refused))
  return history.acts
    .filter((act) => act.outcome === 'fail' && act.words && !act.isDiscarded && !held.has(act.changeId))
    .map((act) => `P7 ${named(act)} was refused and is not on its device any more`)
}

/** Words that were changed elsewhere first are refused, and what stands on something that was; nothing else is. */
function strangeRefusals(history: OwnHistory, restores: readonly Restore[]): string[] {
  const mayConflict = new Set(['diary.edit', 'goal.change'])
  if (restores.length > 0) return []
  return history.acts
    .filter((act) => act.outcome === 'fail' && !(mayConflict.has(act.push) && act.code === 'conflict'))
    .map((act) => `P1 ${named(act)} was refused: ${act.code}`)
}

function doubles(history: OwnHistory, truth: OwnTruth): string[] {
  const said = new Set(history.acts.map((act) => act.words))
  return [...Map.groupBy(truth.words, (words) => words)]
    .filter(([words, copies]) => copies.length > 1 && said.has(words))
    .map(([words, copies]) => `I1 ${words} is there ${copies.length} times`)
}

function inventions(history: OwnHistory, truth: OwnTruth): string[] {
  const said = Map.groupBy(history.acts, (act) => act.words)
  return [...truth.kept].flatMap((words) => {
    const acts = said.get(words)
    if (!acts) return [`I2 ${words} is there and nobody said it`]
    return acts.every((act) => act.outcome === 'fail') ? [`I3 ${words} was refused and is there`] : []
  })
}

/**
 * A change of words takes the place of the text that its writer saw, and of no other. Where a restore took what the writer saw, the number of
 * its version stands for another text since: that one is then kept as an earlier version, and nobody is told.
 */
function overwritten(history: OwnHistory, truth: OwnTruth, restores: readonly Restore[]): string[] {
  const edits = Map.groupBy(
    history.acts.filter((act) => act.push === 'diary.edit' && act.saw !== undefined),
    (act) => act.words,
  )
  const complaints: string[] = []
  for (const texts of truth.entries.values()) {
    if (restores.length > 0 && texts.some((text) => (edits.get(text) ?? []).some((act) => wasUndone(restores, act))))
      continue
    for (const [place, text] of texts.entries()) {
      const before = texts[place - 1]
      const tries = edits.get(text)
      if (before === undefined || !tries || tries.some((act) => act.saw === before)) continue
      if (restores.length > 0 && tries.every(({ saw }) => saw !== undefined && !texts.includes(saw))) continue
      complaints.push(`P7 ${text} took the place of ${before}, and its writer saw ${tries[0]?.saw}`)
    }
  }
  return complaints
}

/** What is set last is true: nothing that was certainly done before something else may stand in its place. */
function wrongSettings(history: OwnHistory, truth: OwnTruth, restores: readonly Restore[]): string[] {
  const all = history.acts.flatMap((act) =>
    act.sets.map(({ what, to }) => ({ act, to, key: `${act.personId} ${what}` })),
  )
  const complaints: string[] = []
  for (const [key, sets] of Map.groupBy(all, (set) => set.key)) {
    const now = truth.settings.get(key)
    const done = sets.filter(({ act }) => act.outcome !== 'fail')
    if (now === undefined || done.some(({ act }) => wasUndone(restores, act))) continue
    const isOver = (one: OwnAct) =>
      done.some(({ act, to }) => to !== now && act.outcome === 'ok' && cameAfter(act, one))
    const mayStand = done.some(({ act, to }) => to === now && !isOver(act))
    if (!mayStand) complaints.push(`I7 ${key} is ${now}, and something else was set after that`)
  }
  return complaints
}

/** Certainly: on one device by what it did first, between two by the clock of this run. */
const cameAfter = (later: OwnAct, earlier: OwnAct) =>
  later.device === earlier.device
    ? later.order > earlier.order
    : earlier.endedAt !== undefined && later.invokedAt > earlier.endedAt

/** Steps stand in the order in which their device added them. */
function stepsOutOfOrder(history: OwnHistory, truth: OwnTruth, restores: readonly Restore[]): string[] {
  const added = new Map(history.acts.filter((act) => act.push === 'step.add').map((act) => [act.words, act]))
  const complaints: string[] = []
  for (const steps of truth.steps.values()) {
    const acts = steps.flatMap((text) => added.get(text) ?? []).filter((act) => !wasUndone(restores, act))
    for (const [device, mine] of Map.groupBy(acts, (act) => act.device)) {
      const wrong = mine.find((act, place) => place > 0 && act.order < (mine[place - 1] as OwnAct).order)
      if (wrong) complaints.push(`I7 ${named(wrong)} stands after what ${device} added later`)
    }
  }
  return complaints
}

function unequal(history: OwnHistory, truth: OwnTruth): string[] {
  return history.views
    .filter((view) => view.state !== truth.states.get(view.personId))
    .map(
      (view) =>
        `I5 ${view.device} differs from the server: ${difference(truth.states.get(view.personId) ?? '', view.state)}`,
    )
}

function difference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return `${a.slice(Math.max(0, at - 40), at + 60)} / ${b.slice(Math.max(0, at - 40), at + 60)}`
}
