import { readConversation, sendMessage } from '@weft/contract/conversations/operations.ts'
import { endEnrolment, markStaffLeft } from '@weft/contract/organisations/operations.ts'
import type { Hat } from '@weft/contract/people/shapes.ts'
import { riskOf } from '@weft/contract/questionnaires/answers.ts'
import type { App } from '../app.ts'
import { suspendCarer } from '../features/access/commands.ts'
import type { TestClock } from '../platform/clock.ts'
import { Actors } from './actors.ts'
import {
  arrangeAgencies,
  arrangeCarer,
  arrangeEnrolment,
  arrangeOwnHat,
  arrangePerson,
  arrangeStaff,
} from './arrange.ts'
import type { Calendar } from './calendar.ts'
import type { PlannedMessage } from './messages.ts'
import { receivePlans } from './own/care-plans.ts'
import { goalCommentBeats } from './own/goal-comments.ts'
import { alsoThemselves } from './own/own-life.ts'
import { answer, ask, closeFlags, type DemoSet, openGate } from './own/questions.ts'
import { demoId } from './random.ts'
import { carerThread, personThread, type Story } from './story.ts'
import { feedbackBeats } from './tips/feedback.ts'
import { tipBeats } from './tips/publish-tips.ts'

interface Beat {
  at: Date
  run(): Promise<unknown>
}

/** Plays the story through the product, moment by moment, as far as `until`. */
export async function live(
  app: App,
  clock: TestClock,
  calendar: Calendar,
  story: Story,
  passwords: ReadonlyMap<string, string>,
  until?: Date,
): Promise<void> {
  const actors = new Actors(app)
  const act = (at: Date, work: Parameters<App['runner']['act']>[1]): Beat => ({
    at,
    run: () => app.runner.act('demo', work, 'demo'),
  })
  const staffOf = (key: string) => story.staff.find((one) => one.key === key) as Story['staff'][number]
  const personOf = (key: string) => story.people.find((one) => one.key === key) as Story['people'][number]

  const accountOf = (key: string) =>
    [...story.carers, ...story.staff].find((one) => one.key === key)?.accountId as string
  const asStaff = (key: string, hat: Hat) => actors.as(staffOf(key).accountId, hat)

  const beats: Beat[] = [
    act(calendar.at(-60, '09:00'), async (ctx) => {
      await arrangeAgencies(ctx, calendar)
      await arrangeStaff(ctx, calendar, story.staff, passwords)
    }),
    act(calendar.at(-1, '12:00'), async (ctx) => {
      for (const person of story.people) await arrangePerson(ctx, calendar, person, passwords)
    }),
    ...story.people.flatMap((person) =>
      person.enrolments.map((enrolment) =>
        act(calendar.at(enrolment.fromDay, '00:30'), (ctx) => arrangeEnrolment(ctx, calendar, person, enrolment)),
      ),
    ),
    ...story.carers.map((carer) =>
      act(calendar.at(carer.key === 'gary' ? 5 : 4, '00:45'), (ctx) =>
        arrangeCarer(ctx, carer, personOf(carer.caresFor), passwords),
      ),
    ),
    // Aisha is 16: her mother's grant rests until she grants again.
    ...story.carers
      .filter((carer) => carer.state === 'suspended')
      .map((carer) => act(calendar.at(14, '00:00'), (ctx) => suspendCarer(ctx, carer.linkId))),
    {
      at: calendar.at(17, '17:05'),
      run: async () =>
        app.runner.run(markStaffLeft, await actors.as(staffOf('priya').accountId, 'coordinator'), {
          staffId: staffOf('leaver').id,
        }),
    },
    {
      at: calendar.at(22, '18:20'),
      run: async () => {
        const denise = personOf('denise')
        const scope = await actors.afresh(denise.account?.id as string, 'patient')
        return app.runner.run(endEnrolment, scope, {
          enrolmentId: demoId('enrolment denise coaching'),
          reason: 'finished',
          today: true,
        })
      },
    },
    ...story.messages.map((message, place) => ({ at: message.at, run: () => say(message, place) })),
    ...alsoThemselves.map((one) =>
      act(calendar.at(one.fromDay, '06:00'), (ctx) => arrangeOwnHat(ctx, one.name, accountOf(one.key))),
    ),
    ...story.own.map(({ at, accountId, operation, input }) => ({
      at,
      run: async () => {
        const scope = await actors.as(accountId, 'patient')
        return app.runner.run(operation, scope, { personId: scope.personId, ...input })
      },
    })),
    act(calendar.at(6, '17:00'), (ctx) => receivePlans(ctx, calendar, personOf)),
    { at: calendar.at(0, '08:30'), run: () => openGate(app, asStaff, staffOf('sam').id) },
    ...story.questions.flatMap((set) => questionBeats(set)),
    ...goalCommentBeats(app, calendar, { personId: personOf('kofi').id, serviceId: demoId('service wellbeing') }, () =>
      asStaff('sam', 'practitioner'),
    ),
    ...feedbackBeats(app, calendar),
    ...tipBeats(app, calendar, {
      writer: () => asStaff('bethan', 'content_editor'),
      second: () => asStaff('hywel', 'content_editor'),
    }),
  ]

  function questionBeats(set: DemoSet): Beat[] {
    const person = personOf(set.owner.key)
    const asked = { at: calendar.at(set.day, '10:10'), run: () => ask(app, asStaff, calendar, set, person.id) }
    if (!set.answers) return [asked]
    const answered = {
      at: calendar.at(set.day, '19:20'),
      run: async () => answer(app, await actors.as(set.owner.accountId, 'patient'), set),
    }
    if (!riskOf(set.answers)) return [asked, answered]
    return [asked, answered, { at: calendar.at(set.day + 1, '09:05'), run: () => closeFlags(app, asStaff) }]
  }

  const threads = new Map<string, { id: string; noteId: string }>()
  async function say(message: PlannedMessage, place: number): Promise<void> {
    const thread = threads.get(message.thread) ?? (await findThread(app, story, message.thread))
    threads.set(message.thread, thread)
    const scope = await speaker(message)
    const conversationId = message.note ? thread.noteId : thread.id
    const sent = (await app.runner.run(sendMessage, scope, {
      conversationId,
      messageId: demoId(`message ${place}`),
      body: message.body,
      ...(message.keepFromPerson ? { keepFromPerson: true } : {}),
    })) as { number: number }
    // Whoever answers has read what came before.
    await app.runner.run(readConversation, scope, { conversationId, through: sent.number })
  }

  function speaker(message: PlannedMessage) {
    if (message.by !== 'own') {
      const one = staffOf(message.by)
      return actors.as(one.accountId, one.hats[0] as Hat)
    }
    const [kind, key] = message.thread.split(' ') as [string, string]
    if (kind === 'person') return actors.as(personOf(key).account?.id as string, 'patient')
    return actors.as(story.carers.find((carer) => carer.key === key)?.accountId as string, 'carer')
  }

  beats.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const beat of beats) {
    if (until && beat.at > until) break
    clock.set(beat.at)
    await beat.run()
  }
  await actors.leave()
}

async function findThread(app: App, story: Story, key: string): Promise<{ id: string; noteId: string }> {
  const people = story.people.flatMap((person) =>
    person.enrolments.map((one) => ({
      key: personThread(person.key, one.service),
      column: 'enrolment_id',
      id: one.id,
      service: one.service,
    })),
  )
  // A carer has a thread with each service of the person; the story writes in the first's.
  const carers = story.carers.map((carer) => ({
    key: carerThread(carer.key),
    column: 'carer_link_id',
    id: carer.linkId,
    service: story.people.find((person) => person.key === carer.caresFor)?.enrolments[0]?.service,
  }))
  const wanted = [...people, ...carers].find((one) => one.key === key)
  const { rows } = await app.db.as({ kind: 'system', system: 'demo', requestId: 'demo' }, (tx) =>
    tx.query(
      `select c.id, n.id as note_id from conversation c join conversation n on n.note_of = c.id
       where c.${wanted?.column} = $1 and c.service_id = $2 and c.kind <> 'team_note'`,
      [wanted?.id, demoId(`service ${wanted?.service}`)],
    ),
  )
  const [row] = rows
  if (!row) throw new Error(`The story writes in ${key}, which nobody opened`)
  return { id: row.id, noteId: row.note_id }
}
