import type { Operation } from '@weft/contract/operation.ts'
import type { Calendar } from '../calendar.ts'
import type { DemoPerson } from '../people.ts'
import { demoId } from '../random.ts'

/** Something a person does with what is their own, as their app would send it. */
export interface OwnAct {
  at: Date
  accountId: string
  operation: Operation
  input: Record<string, unknown>
}

/** Somebody with things of their own. Who is with no service keeps them all private. */
export interface Owner {
  key: string
  accountId: string
  /** With whom they are, from which day, and until when. */
  services: { id: string; fromDay: number; toDay?: number }[]
  isAssisted: boolean
  /** Their account is there from then on. */
  fromDay: number
}

/** Carers and workers who also use the app for themselves: nobody at work can tell. */
export const alsoThemselves: readonly { key: string; name: string; fromDay: number }[] = [
  { key: 'lee', name: 'Lee Archer', fromDay: 5 },
  { key: 'abena', name: 'Abena Mensah', fromDay: 5 },
  { key: 'gareth', name: 'Gareth Tolley', fromDay: 5 },
  { key: 'joyce', name: 'Joyce Bell', fromDay: 5 },
  { key: 'pam', name: 'Pam Wright', fromDay: 5 },
  { key: 'kev', name: 'Kev Mason', fromDay: 5 },
  { key: 'ola', name: 'Ola', fromDay: 1 },
  { key: 'ben', name: 'Ben', fromDay: 1 },
  { key: 'omar', name: 'Omar', fromDay: 1 },
]

export const ownerOf = (person: DemoPerson): Owner => ({
  key: person.key,
  accountId: person.account?.id as string,
  services: person.enrolments.map(({ service, fromDay, toDay }) => ({
    id: demoId(`service ${service}`),
    fromDay,
    toDay,
  })),
  isAssisted: person.account?.isAssisted === true,
  fromDay: 0,
})

/** Those they are still with on the last day. */
export const liveServices = ({ services }: Owner) => services.filter(({ toDay }) => toDay === undefined)

/** Gives each owner's acts their ids; the same story makes the same ones. */
export class Deeds {
  readonly acts: OwnAct[] = []
  readonly #calendar: Calendar
  readonly #about: string
  #count = 0

  constructor(calendar: Calendar, about: string) {
    this.#calendar = calendar
    this.#about = about
  }

  do(owner: Owner, day: number, time: string, operation: Operation, input: Record<string, unknown>): Date {
    const at = this.#calendar.at(day, time)
    this.#count += 1
    const changeId = demoId(`own change ${this.#about} ${this.#count}`)
    this.acts.push({ at, accountId: owner.accountId, operation, input: { changeId, ...input } })
    return at
  }
}
