import type { SleepDiary } from '@weft/contract/trackers/shapes.ts'
import { minutesSlept, sleepFigures } from '@weft/contract/trackers/sleep.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../test/database.ts'
import { buildApp } from '../app.ts'
import { TestClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { createCalendar } from './calendar.ts'
import { live } from './live.ts'
import { tellStory } from './story.ts'

/** The numbers of domain.md 18 about what people keep of their own, each counted in the store after the demo was lived. */
const calendar = createCalendar({ asWritten: true })
const dayZero = calendar.dateOf(0)
let leave: () => Promise<void>
// biome-ignore lint/suspicious/noExplicitAny: rows of any query
let rowsOf: (sql: string) => Promise<any[]>

beforeAll(async () => {
  const database = await createTestDatabase()
  const config = readConfig({
    DATABASE_APP_URL: database.appUrl,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PORT: '0',
    WEFT_ALLOW_UNSAFE_POSTGRES: '1',
    PUBLIC_URL: 'http://localhost:8080',
  })
  const clock = new TestClock(calendar.at(-60, '09:00'))
  const app = await buildApp(config, { clock })
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  rowsOf = async (sql) => (await owner.query(sql)).rows
  leave = async () => {
    await app.close()
    await owner.end()
    await database.drop()
  }
  // What they write to their teams is another story.
  await live(app, clock, calendar, { ...tellStory('Lichfield', calendar), messages: [] }, new Map())
}, 300_000)

afterAll(() => leave())

/** One row as an object, or the count of each as `{ key: n }`. */
const one = async (sql: string) => (await rowsOf(sql))[0]
const tally = async (sql: string) => Object.fromEntries((await rowsOf(sql)).map(({ key, n }) => [key, Number(n)]))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const toOne = (value: number | string) => Number(Number(value).toFixed(1))

test('58 goals of 31 people: 12 have one, 13 two, 4 three and 2 four', async () => {
  expect(
    await tally(`select n as key, count(*) as n from (select count(*) as n from goal group by person_id) g group by 1`),
  ).toEqual({ 1: 12, 2: 13, 3: 4, 4: 2 })
})

test('goals by part of life and by what became of them', async () => {
  expect(await tally('select type as key, count(*) as n from goal group by 1')).toEqual({
    physical_health: 13,
    mental_health: 14,
    alcohol: 4,
    smoking: 6,
    housing: 7,
    relationships: 5,
    work: 4,
    money: 5,
  })
  expect(await tally('select state as key, count(*) as n from goal group by 1')).toEqual({
    active: 36,
    achieved: 14,
    paused: 4,
    let_go: 4,
  })
})

test('17 goals are private, 26 are seen by one service and 15 by several: live grants of that one goal, by service', async () => {
  const seen = `select g.id, g.visibility, count(distinct s.service_id) as services from goal g
    left join share_grant s on s.scope = 'goal:' || g.id and s.person_id = g.person_id and s.state = 'granted' group by 1, 2`
  expect(await tally(`select least(services, 2) as key, count(*) as n from (${seen}) g group by 1`)).toEqual({
    0: 17,
    1: 26,
    2: 15,
  })
  expect(await tally(`select visibility as key, count(*) as n from goal group by 1`)).toEqual({
    private: 17,
    shared: 41,
  })
  expect(await rowsOf(`select * from (${seen}) g where (services = 0) <> (visibility = 'private')`)).toEqual([])
})

test('178 steps, 96 of them ticked', async () => {
  expect(
    await tally(
      `select n as key, count(*) as n from (select count(*) as n from goal_step group by goal_id) s group by 1`,
    ),
  ).toEqual({ 1: 6, 2: 14, 3: 18, 4: 12, 5: 6, 6: 2 })
  expect(await one('select count(*)::int as all, count(done_at)::int as ticked from goal_step')).toEqual({
    all: 178,
    ticked: 96,
  })
})

test('24 goals begin in the five weeks before Day 0', async () => {
  const day = `(activated_at at time zone 'Europe/London')::date - date '${dayZero}'`
  expect(
    await one(`select count(*) filter (where ${day} < 0)::int as early, min(${day}) >= -35 as within from goal`),
  ).toEqual({ early: 24, within: true })
})

test('days to achieve: achieved on − the local day of beginning, median 13, quartiles 8 and 20 by linear interpolation', async () => {
  const took = `achieved_on::date - (activated_at at time zone 'Europe/London')::date`
  expect(
    await one(
      `select percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${took}) as quartiles from goal where state = 'achieved'`,
    ),
  ).toEqual({ quartiles: [8, 13, 20] })
})

test('ratings of goals: the mean of the first of each is 2.9, of the latest 4.8', async () => {
  const { first, latest } = await one(
    `select avg(first) as first, avg(latest) as latest from (
       select (array_agg(value order by for_date))[1] as first, (array_agg(value order by for_date desc))[1] as latest
       from goal_rating group by goal_id having count(*) >= 2) r`,
  )
  expect([toOne(first), toOne(latest)]).toEqual([2.9, 4.8])
})

test('nobody has two goals in the same words', async () => {
  expect(await rowsOf('select person_id, words from goal group by 1, 2 having count(*) > 1')).toEqual([])
})

interface NightRow {
  person_id: string
  for_date: string
  minutes_slept: number | null
  diary: SleepDiary | null
}

const nights = (): Promise<NightRow[]> =>
  rowsOf('select person_id, for_date::text, minutes_slept, diary from sleep_entry where removed_at is null')
const figuresOf = ({ diary, for_date }: NightRow) => diary && sleepFigures(diary, for_date, 'Europe/London')

test('243 nights of 14 people: 6.3 hours asleep in the mean, sd 1.4', async () => {
  const all = await nights()
  expect([all.length, new Set(all.map((night) => night.person_id)).size]).toEqual([243, 14])
  const hours = all.map(({ diary, minutes_slept, for_date }) => {
    const entry = { diary: diary ?? undefined, minutesSlept: minutes_slept ?? undefined, forDate: for_date }
    return (
      Number(minutesSlept({ ...entry, timesWoken: 0, zone: 'Europe/London' } as Parameters<typeof minutesSlept>[0])) /
      60
    )
  })
  const average = mean(hours)
  const deviation = Math.sqrt(mean(hours.map((hour) => (hour - average) ** 2)))
  expect([toOne(average), toOne(deviation)]).toEqual([6.3, 1.4])
})

test('full diaries: efficiency 79 % in the mean; at weekends bed and the middle of sleep 40 minutes later', async () => {
  const full = (await nights()).flatMap((night) => {
    const figures = figuresOf(night)
    const weekday = new Date(`${night.for_date}T00:00Z`).getUTCDay()
    return figures ? [{ ...night.diary, ...figures, isWeekend: weekday === 0 || weekday === 6 }] : []
  })
  expect(Math.round(mean(full.map(({ efficiency }) => efficiency)))).toBe(79)
  /** Minutes after noon, of the mean. */
  const time = (name: 'intoBed' | 'midpoint', isWeekend: boolean) =>
    mean(
      full
        .filter((night) => night.isWeekend === isWeekend)
        .map((night) => {
          const [hour, minute] = String(night[name]).split(':').map(Number) as [number, number]
          return ((hour + 12) % 24) * 60 + minute
        }),
    )
  expect(Math.round(time('midpoint', true) - time('midpoint', false))).toBe(40)
  // People answer in fives of minutes.
  expect(5 * Math.round((time('intoBed', true) - time('intoBed', false)) / 5)).toBe(40)
})

test('Kofi has filled in the full diary every night of the last week', async () => {
  const [{ person_id: kofi }] = await rowsOf(
    `select a.person_id from account a join account_address e on e.account_id = a.id where e.value = 'kofi@demo.example'`,
  )
  const full = (await nights()).filter((night) => night.person_id === kofi && figuresOf(night))
  const lastWeek = Array.from({ length: 7 }, (_, day) => calendar.dateOf(21 + day))
  expect(full.map((night) => night.for_date)).toEqual(expect.arrayContaining(lastWeek))
})

test('17 problems of 12 people, 274 ratings: mean 5.6; the last week, and the latest of each, 0.8 below the first', async () => {
  expect(
    await one(
      `select count(*)::int as problems, count(distinct person_id)::int as people from tracker where kind = 'problem'`,
    ),
  ).toEqual({ problems: 17, people: 12 })
  const week = `(for_date::date - date '${dayZero}') / 7`
  const ratings = await one(
    `select count(*) as n, avg(value) as mean,
       avg(value) filter (where ${week} = 3) - avg(value) filter (where ${week} = 0) as by_week,
       27 * regr_slope(value, for_date::date - date '${dayZero}') as by_line from problem_rating`,
  )
  expect([Number(ratings.n), toOne(ratings.mean)]).toEqual([274, 5.6])
  expect([toOne(ratings.by_week), toOne(ratings.by_line)]).toEqual([-0.8, -0.8])
  const { change } = await one(
    `select avg(latest - first) as change from (
       select (array_agg(value order by for_date))[1] as first, (array_agg(value order by for_date desc))[1] as latest
       from problem_rating group by tracker_id) r`,
  )
  expect(toOne(change)).toBe(-0.8)
})

test('255 moods, and 118 diary entries of 11 people, 46 % private', async () => {
  expect(await one('select count(*)::int as moods from mood_entry')).toEqual({ moods: 255 })
  const diary = await one(
    `select count(*)::int as entries, count(distinct person_id)::int as people,
       round(100.0 * count(*) filter (where visibility = 'private') / count(*))::int as private from diary_entry`,
  )
  expect(diary).toEqual({ entries: 118, people: 11, private: 46 })
})

test('PHQ-9 21 times of 9 people, mean 14.1 the first time and 11.2 the last, and GAD-7 21 times', async () => {
  const sent = (
    measure: string,
  ) => `select r.person_id, r.total, r.submitted_at, (r.answers ->> 'self_harm_thoughts')::int as item9
    from question_response r join question_assignment a on a.id = r.assignment_id
    where r.submitted_at is not null and a.measure = '${measure}'`
  expect(
    await one(
      `select count(*)::int as sets, count(distinct person_id)::int as people, count(*) filter (where item9 > 0)::int as some,
         count(*) filter (where item9 >= 2)::int as much from (${sent('phq9')}) q`,
    ),
  ).toEqual({ sets: 21, people: 9, some: 5, much: 2 })
  const { first, last } = await one(
    `select avg(first) as first, avg(last) as last from (
       select (array_agg(total order by submitted_at))[1] as first, (array_agg(total order by submitted_at desc))[1] as last
       from (${sent('phq9')}) q group by person_id) p`,
  )
  expect([toOne(first), toOne(last)]).toEqual([14.1, 11.2])
  expect(await one(`select count(*)::int as sets from (${sent('gad7')}) q`)).toEqual({ sets: 21 })
})

test('Sam has commented on one of Kofi’s goals, and feedback waits for the editors', async () => {
  expect(await rowsOf('select distinct by_name, count(*) over () as n from goal_comment')).toEqual([
    { by_name: 'Sam Okafor', n: 2 },
  ])
  expect(await tally('select state as key, count(*) as n from feedback group by 1')).toEqual({ open: 3 })
})
