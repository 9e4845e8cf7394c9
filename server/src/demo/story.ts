import { dueAt } from '@weft/contract/conversations/expected-reply.ts'
import { type DemoStaff, makeStaff, serviceHours, services } from './agencies.ts'
import { type Calendar, holidayDay } from './calendar.ts'
import { carers, type DemoCarer } from './carers.ts'
import { type PlannedMessage, placeBeats, planMessages, planNotes, type Thread } from './messages.ts'
import { planDiaries } from './own/diary.ts'
import { planGoals } from './own/goals.ts'
import { alsoThemselves, type OwnAct, type Owner, ownerOf } from './own/own-life.ts'
import { type DemoSet, planQuestions } from './own/questions.ts'
import { planTrackers } from './own/trackers.ts'
import { type DemoPerson, makePeople } from './people.ts'
import { createRandom } from './random.ts'

/** The whole pilot as data: the same seed and calendar give the same story (domain.md 18). */
export interface Story {
  staff: DemoStaff[]
  people: DemoPerson[]
  carers: readonly DemoCarer[]
  messages: PlannedMessage[]
  /** What people do with what is their own. */
  own: OwnAct[]
  questions: DemoSet[]
}

export const counts = {
  personTeam: { inbound: 352, replies: 288 },
  carerTeam: { inbound: 54, replies: 42 },
  /** Written in the circles' staff threads once those exist; until then beside the person's thread. */
  staffThreads: 214,
}

export function tellStory(seed: string, calendar: Calendar): Story {
  const random = createRandom(seed)
  const staff = makeStaff(random)
  const people = makePeople(random, calendar.dateOf(14))
  const personThreads = people.flatMap((person) =>
    person.account && !person.account.isAssisted ? threadsOf(person, staff, calendar) : [],
  )
  personThreads.sort(
    (a, b) => Number(b.key === personThread('kofi', 'wellbeing')) - Number(a.key === personThread('kofi', 'wellbeing')),
  )
  const carerThreads = carers
    .filter(({ state }) => state === 'active')
    .map((carer) => carerThreadOf(carer, people, staff, calendar))
  const messages = [
    ...planMessages(random, calendar, personThreads, counts.personTeam),
    ...planMessages(random, calendar, carerThreads, counts.carerTeam),
    ...planNotes(random, calendar, personThreads, counts.staffThreads),
  ]
  placeBeats(random, calendar, messages, personThread('kofi', 'wellbeing'), carerThread('raj-carer'))
  return { staff, people, carers, messages, ...ownLives(seed, calendar, people, staff) }
}

/** Each with a stream of chance of its own, so that a change of one leaves the others, and what people write, as they were. */
function ownLives(seed: string, calendar: Calendar, people: DemoPerson[], staff: DemoStaff[]) {
  const chance = (about: string) => createRandom(`${seed} ${about}`)
  const users = people.filter((person) => person.account).map(ownerOf)
  const others = alsoThemselves.map(({ key, fromDay }): Owner => {
    const accountId = [...carers, ...staff].find((one) => one.key === key)?.accountId as string
    return { key, accountId, services: [], isAssisted: false, fromDay }
  })
  const logging = users.filter((owner) => !owner.isAssisted)
  return {
    own: [
      ...planGoals(chance('goals'), calendar, [...users, ...others]),
      ...planTrackers(chance('trackers'), calendar, logging),
      ...planDiaries(chance('diaries'), calendar, logging),
    ],
    questions: planQuestions(chance('questions'), users),
  }
}

export const personThread = (person: string, service: string) => `person ${person} ${service}`
export const carerThread = (carer: string) => `carer ${carer}`

function threadsOf(person: DemoPerson, staff: DemoStaff[], calendar: Calendar): Thread[] {
  return person.enrolments
    .filter(({ isQuiet }) => !isQuiet)
    .map((enrolment) => ({
      key: personThread(person.key, enrolment.service),
      kind: 'person',
      fromDay: enrolment.fromDay,
      toDay: (enrolment.toDay ?? 28) - 1,
      ...teamOf(enrolment.service, staff, calendar),
    }))
}

function carerThreadOf(carer: DemoCarer, people: DemoPerson[], staff: DemoStaff[], calendar: Calendar): Thread {
  const person = people.find(({ key }) => key === carer.caresFor) as DemoPerson
  const [first] = person.enrolments as [DemoPerson['enrolments'][number]]
  return {
    key: carerThread(carer.key),
    kind: 'carer',
    fromDay: 5,
    toDay: (first.toDay ?? 28) - 1,
    ...teamOf(first.service, staff, calendar),
  }
}

function teamOf(
  serviceKey: string,
  staff: DemoStaff[],
  calendar: Calendar,
): Pick<Thread, 'team' | 'targetMinutes' | 'later'> {
  const service = services.find(({ key }) => key === serviceKey) as (typeof services)[number]
  const hours = {
    hours: serviceHours,
    closures: [calendar.dateOf(holidayDay)],
    nation: 'england' as const,
    zone: 'Europe/London',
  }
  return {
    // The leaver goes on day 17; what they would have answered afterwards, the others do.
    team: staff.filter((one) => one.service === serviceKey && one.key !== 'leaver').map((one) => one.key),
    targetMinutes: service.replyTargetMinutes,
    later: (from, minutes) => dueAt(from, { ...hours, replyTargetMinutes: minutes }, []) ?? from,
  }
}
