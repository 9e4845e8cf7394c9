import { randomUUID } from 'node:crypto'
import { writeEntry } from '@weft/contract/diary/operations.ts'
import { achieveGoal, addGoal, addStep, rateGoal, tickStep } from '@weft/contract/goals/operations.ts'
import { addReminder } from '@weft/contract/notifications/operations.ts'
import { changeChoices } from '@weft/contract/own/choices.ts'
import { addCoping, pinCoping, saveAboutMe, saveSafetyPlan, tapCoping } from '@weft/contract/plans/operations.ts'
import {
  addProblem,
  logMood,
  logSleep,
  logSleepDiary,
  markMoment,
  rateProblem,
} from '@weft/contract/trackers/operations.ts'
import type { Actor } from './world.ts'

/** Something of every kind that a person can make, each with `mark` in its words, as their devices would make it. Answers what was made. */
export async function liveALittle(actor: Actor, at: Date, mark = ''): Promise<{ goalId: string; entryId: string }> {
  const personId = actor.scope.personId as string
  const recordedAt = at.toISOString()
  const today = recordedAt.slice(0, 10)
  const yesterday = new Date(at.getTime() - 86_400_000).toISOString().slice(0, 10)
  const own = () => ({ personId, changeId: randomUUID() })
  const say = (words: string) => (mark ? `${words} ${mark}` : words)

  const [goalId, otherId, stepId, problemId, copingId, entryId] = Array.from({ length: 6 }, () => randomUUID())
  const onGoal = { goalId, at: recordedAt }
  await actor.call(addGoal, {
    ...own(),
    ...onGoal,
    words: say('Walk to the park'),
    why: say('For my knees'),
    type: 'physical_health',
  })
  await actor.call(addStep, { ...own(), ...onGoal, stepId, text: say('Find my shoes') })
  await actor.call(addStep, { ...own(), ...onGoal, stepId: randomUUID(), text: say('Go round the block'), due: today })
  await actor.call(tickStep, { ...own(), ...onGoal, stepId })
  await actor.call(rateGoal, {
    ...own(),
    ...onGoal,
    ratingId: randomUUID(),
    value: 4,
    forDate: today,
    present: say('My sister'),
  })
  await actor.call(addGoal, {
    ...own(),
    goalId: otherId,
    at: recordedAt,
    words: say('Open the letters'),
    type: 'money',
  })
  await actor.call(achieveGoal, { ...own(), goalId: otherId, at: recordedAt, achievedOn: today })

  await actor.call(logSleep, {
    ...own(),
    forDate: yesterday,
    recordedAt,
    minutesSlept: 390,
    timesWoken: 2,
    note: say('Warm'),
  })
  const diary = {
    intoBed: '22:30',
    triedToSleep: '23:00',
    minutesToSleep: 40,
    minutesAwake: 35,
    finalWake: '06:30',
    outOfBed: '07:15',
    alcohol: false,
  }
  await actor.call(logSleepDiary, { ...own(), forDate: today, recordedAt, diary, note: say('Woke once') })
  await actor.call(addProblem, { ...own(), problemId, words: say('Going outside') })
  await actor.call(rateProblem, { ...own(), problemId, forDate: today, recordedAt, value: 6, whatHelped: say('Music') })
  await actor.call(logMood, {
    ...own(),
    moodId: randomUUID(),
    forDate: today,
    recordedAt,
    face: 3,
    feelings: [say('tired')],
    note: say('A slow day'),
  })
  await actor.call(markMoment, { ...own(), momentId: randomUUID(), words: say('New tablets'), onDate: yesterday })

  await actor.call(writeEntry, {
    ...own(),
    entryId,
    text: say('=1+1 is how it starts, “<script>alert(1)</script>”\nand goes on'),
    mood: 2,
    writtenAt: recordedAt,
  })
  await actor.call(addCoping, { ...own(), copingId, words: say('Ring Joe'), whenToUse: say('At night') })
  await actor.call(tapCoping, { ...own(), copingId, tapId: randomUUID(), kind: 'helped' })
  await actor.call(pinCoping, { ...own(), copingId, isPinned: true })
  await actor.call(saveSafetyPlan, {
    ...own(),
    parts: { signs: [{ text: say('I stop eating') }], people: [{ text: say('Ama'), phone: '07700 900111' }] },
    baseVersion: 0,
  })
  await actor.call(saveAboutMe, {
    ...own(),
    texts: { hobbies: say('Football'), howToTalk: say('Slowly') },
    baseVersion: 0,
  })
  await actor.call(addReminder, {
    ...own(),
    reminderId: randomUUID(),
    about: 'other',
    words: say('Tablets'),
    times: ['09:00'],
    days: [1, 5],
    zone: 'Europe/London',
  })
  await actor.call(changeChoices, { ...own(), helpWith: ['sleep', 'goals'] })
  return { goalId: goalId as string, entryId: entryId as string }
}
