import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type App, buildApp } from '../app.ts'
import { TestClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { type Calendar, createCalendar } from './calendar.ts'
import { live } from './live.ts'
import { tellStory } from './story.ts'

export interface DemoLogin {
  who: string
  hat: string
  email: string
  password: string
}

const logins: readonly Omit<DemoLogin, 'password'>[] = [
  { who: 'Kofi Mensah', hat: 'patient', email: 'kofi@demo.example' },
  { who: 'Raj Patel', hat: 'carer', email: 'raj@demo.example' },
  { who: 'Sam Okafor', hat: 'practitioner', email: 'sam@demo.example' },
  { who: 'Nia Hughes', hat: 'coordinator', email: 'nia@demo.example' },
  { who: 'Helen Marsh', hat: 'privacy_officer', email: 'helen@demo.example' },
  { who: 'Bethan Rees', hat: 'content_editor', email: 'bethan@demo.example' },
]

/**
 * Loads the Lichfield pilot into an empty database by living it: the product's own commands, at the story's times.
 * `app` must have been built with `clock`. Answers the logins, whose passwords are made here and kept nowhere else.
 */
export async function loadDemo(
  app: App,
  clock: TestClock,
  calendar: Calendar,
  options: { seed?: string; until?: Date } = {},
): Promise<DemoLogin[]> {
  const made = logins.map((login) => ({ ...login, password: randomBytes(9).toString('base64url') }))
  const passwords = new Map(made.map(({ email, password }) => [email, password]))
  await live(app, clock, calendar, tellStory(options.seed ?? 'Lichfield', calendar), passwords, options.until)
  return made
}

async function main(): Promise<void> {
  const config = readConfig({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' })
  const file = join(config.dataDir, 'demo-logins.json')
  const now = process.env.DEMO_AS_WRITTEN === '1' ? undefined : new Date()
  const calendar = createCalendar(now ? { now } : { asWritten: true })
  const clock = new TestClock(calendar.at(-60, '09:00'))
  const app = await buildApp(config, { clock, log: createLog(config.logLevel) })
  try {
    const { rows } = await app.db.as({ kind: 'system', system: 'demo', requestId: 'demo' }, (tx) =>
      tx.query('select 1 from organisation limit 1'),
    )
    if (rows.length > 0) {
      if (!existsSync(file)) await save(file, [])
      return
    }
    await save(file, await loadDemo(app, clock, calendar))
  } finally {
    await app.close()
  }
}

async function save(file: string, made: DemoLogin[]): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
