import { aboutMeKeys, planParts } from '@weft/contract/plans/shapes.ts'
import type { Cell } from './csv.ts'
import type { Held } from './gather.ts'
import { tablesWithServices } from './tables-with-services.ts'
import { plain } from './words.ts'

/** One list of somebody's things, for a spreadsheet and for the page. */
export interface Table {
  /** Of its file. */
  name: string
  title: string
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/** Everything that is held, list by list, each with its dates first. Lists that are empty are left out. */
export function tablesOf(held: Held): Table[] {
  return [...mine(held), ...tablesWithServices(held)].filter(({ rows }) => rows.length > 0)
}

function mine({ file }: Held): Table[] {
  const table = (name: string, title: string, columns: string[], rows: Cell[][]): Table => ({
    name,
    title,
    columns,
    rows,
  })
  const yes = (is: boolean | undefined) => (is ? 'yes' : '')
  return [
    table(
      'goals',
      'Goals',
      [
        'Made',
        'Goal',
        'Why',
        'About',
        'State',
        'Important',
        'By',
        'Who could help',
        'Notes',
        'Achieved',
        'Looking back',
      ],
      file.goals.map((one) => [
        one.createdAt,
        one.words,
        one.why,
        plain(one.type),
        plain(one.state),
        yes(one.important),
        one.targetDate,
        one.whoCouldHelp,
        one.notes,
        one.achievedOn,
        one.reflection,
      ]),
    ),
    table(
      'steps',
      'Small steps',
      ['Goal', 'Step', 'Due', 'Done'],
      file.goals.flatMap((goal) => goal.steps.map((one) => [goal.words, one.text, one.due, one.doneAt])),
    ),
    table(
      'goal-ratings',
      'How close to a goal, 0 to 10',
      ['Day', 'Goal', 'How close', 'Who was there'],
      file.goals.flatMap((goal) => goal.ratings.map((one) => [one.forDate, goal.words, one.value, one.present])),
    ),
    table(
      'sleep',
      'Sleep',
      [
        'Morning of',
        'Minutes slept',
        'Times woken',
        'Note',
        'Into bed',
        'Tried to sleep',
        'Minutes to fall asleep',
        'Minutes awake',
        'Last woke',
        'Out of bed',
        'Quality 1 to 5',
        'Nap minutes',
        'Caffeine after noon',
        'Alcohol',
        'Sleep medicine',
      ],
      file.sleep.map(({ forDate, minutesSlept, timesWoken, note, diary = {} }) => [
        forDate,
        minutesSlept,
        timesWoken,
        note,
        diary.intoBed,
        diary.triedToSleep,
        diary.minutesToSleep,
        diary.minutesAwake,
        diary.finalWake,
        diary.outOfBed,
        diary.quality,
        diary.napMinutes,
        diary.caffeineAfterNoon,
        diary.alcohol,
        diary.sleepMedicine,
      ]),
    ),
    table(
      'problems',
      'Problems I am tracking',
      ['Day', 'Problem', 'How much, 0 to 10', 'Note', 'What helped'],
      file.problems.flatMap((problem) =>
        problem.ratings.map((one) => [one.forDate, problem.words, one.value, one.note, one.whatHelped]),
      ),
    ),
    table(
      'moods',
      'Mood',
      ['Day', 'Noted', 'Mood 1 to 5', 'Feelings', 'Note'],
      file.moods.map((one) => [one.forDate, one.recordedAt, one.face, one.feelings?.join(', '), one.note]),
    ),
    table(
      'moments',
      'Key moments',
      ['Day', 'What'],
      file.moments.map((one) => [one.onDate, one.words]),
    ),
    table(
      'diary',
      'Diary',
      ['Written', 'Prompt', 'Text', 'Mood 1 to 5', 'Pinned'],
      file.diary.map((one) => [one.writtenAt, one.prompt, one.text, one.mood, yes(one.isPinned)]),
    ),
    table(
      'coping',
      'What helps me',
      ['Made', 'Idea', 'When to use it', 'What sets it off', 'Used', 'Helped'],
      file.coping.map((one) => [
        one.createdAt,
        one.words,
        one.whenToUse,
        one.trigger,
        one.taps.filter(({ kind }) => kind === 'used').length,
        one.taps.filter(({ kind }) => kind === 'helped').length,
      ]),
    ),
    table(
      'safety-plan',
      'My safety plan',
      ['Part', 'What', 'Phone'],
      planParts.flatMap((part) =>
        (file.safetyPlan?.parts[part] ?? []).map((one) => [planTitles[part], one.text, one.phone]),
      ),
    ),
    table(
      'about-me',
      'About me',
      ['What', 'In my words'],
      aboutMeKeys.flatMap((key) => (file.aboutMe?.texts[key] ? [[aboutTitles[key], file.aboutMe.texts[key]]] : [])),
    ),
    table(
      'reminders',
      'Reminders',
      ['About', 'Words', 'Times', 'Days, 1 is Monday', 'Time zone'],
      file.reminders.map((one) => [one.about, one.words, one.times.join(', '), one.days.join(', '), one.zone]),
    ),
  ]
}

const planTitles: Record<(typeof planParts)[number], string> = {
  signs: 'Signs I’m struggling',
  alone: 'Things I can do on my own',
  distractions: 'People and places that take my mind off it',
  people: 'People I can ask for help',
  professionals: 'Workers and crisis lines',
  safer: 'Making my surroundings safer',
  reasons: 'Reasons to keep going',
}

const aboutTitles: Record<(typeof aboutMeKeys)[number], string> = {
  earlyLife: 'Early life',
  health: 'Health',
  lifeEvents: 'Life events',
  hobbies: 'Hobbies',
  schoolOrWork: 'School or work',
  importantPeople: 'Important people',
  hard: 'What’s hard',
  strengths: 'Strengths',
  howToTalk: 'How to talk to me',
}
