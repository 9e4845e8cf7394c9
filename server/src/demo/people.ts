import type { SafeContact } from '../features/people/tables.ts'
import type { ServiceKey } from './agencies.ts'
import { demoId, type Random } from './random.ts'

export interface DemoPerson {
  key: string
  id: string
  household: number
  given: string
  family: string
  knownAs: string
  bornOn: string
  nhsNumber: string
  pronouns?: string
  language?: string
  interpreter?: boolean
  safeContact?: SafeContact
  /** App users have an account; those assisted have a worker type for them. */
  account?: { id: string; email: string; isAssisted?: true }
  enrolments: {
    id: string
    service: ServiceKey
    fromDay: number
    toDay?: number
    lead?: string
    /** Nobody has written yet. */
    isQuiet?: true
  }[]
}

type Kind = 'older' | 'couple' | 'family' | 'single'

interface Named {
  key: string
  household: number
  given: string
  family: string
  born: number
  services: [ServiceKey, number, number?][]
  email?: string
  isAssisted?: true
  pronouns?: string
  language?: string
  interpreter?: true
  safeContact?: SafeContact
}

/** The cast. Households 0–17 older and alone, 18–23 older couples, 24–33 families, 34–39 of working age and alone. */
const cast: readonly Named[] = [
  {
    key: 'kofi',
    household: 34,
    given: 'Kofi',
    family: 'Mensah',
    born: 1998,
    services: [['wellbeing', 2]],
    email: 'kofi@demo.example',
    pronouns: 'he/him',
  },
  {
    key: 'denise',
    household: 35,
    given: 'Denise',
    family: 'Archer',
    born: 1973,
    services: [
      ['coaching', 2, 22],
      ['money', 2],
    ],
    email: 'denise@demo.example',
    safeContact: { doNotText: true, callFrom: '09:00', callUntil: '12:00' },
  },
  {
    key: 'worker-self',
    household: 36,
    given: 'Elin',
    family: 'Price',
    born: 1989,
    services: [['coaching', 0]],
    email: 'elin@demo.example',
  },
  {
    key: 'farsi',
    household: 37,
    given: 'Shirin',
    family: 'Ahmadi',
    born: 1984,
    services: [['wellbeing', 0]],
    email: 'shirin@demo.example',
    language: 'fa',
    interpreter: true,
  },
  {
    key: 'meera',
    household: 18,
    given: 'Meera',
    family: 'Patel',
    born: 1966,
    services: [['wellbeing', 0]],
    email: 'meera@demo.example',
  },
  { key: 'raj', household: 18, given: 'Raj', family: 'Patel', born: 1968, services: [] },
  {
    key: 'maureen',
    household: 0,
    given: 'Maureen',
    family: 'Tolley',
    born: 1944,
    services: [['coaching', 1]],
    email: 'maureen@demo.example',
    isAssisted: true,
  },
  {
    key: 'aisha',
    household: 24,
    given: 'Aisha',
    family: 'Karim',
    born: 2010,
    services: [['wellbeing', 0]],
    email: 'aisha@demo.example',
  },
  {
    key: 'aisha-mother',
    household: 24,
    given: 'Nadia',
    family: 'Karim',
    born: 1983,
    services: [['coaching', 0]],
    email: 'nadia@demo.example',
  },
  {
    key: 'leanne',
    household: 25,
    given: 'Leanne',
    family: 'Turner',
    born: 1991,
    services: [
      ['wellbeing', 0],
      ['money', 3],
    ],
    email: 'leanne@demo.example',
  },
  { key: 'tom', household: 25, given: 'Tom', family: 'Turner', born: 1988, services: [] },
]

const given = [
  'Agnes',
  'Arthur',
  'Beryl',
  'Brian',
  'Chloe',
  'Cyril',
  'Daniel',
  'Doreen',
  'Edith',
  'Elsie',
  'Frank',
  'Gwen',
  'Harry',
  'Hilda',
  'Ivy',
  'Jack',
  'Jean',
  'Kayleigh',
  'Liam',
  'Lottie',
  'Mabel',
  'Megan',
  'Noah',
  'Norma',
  'Oscar',
  'Peggy',
  'Ravi',
  'Ruby',
  'Stan',
  'Tia',
  'Vera',
  'Winnie',
  'Zain',
] as const
const family = [
  'Ashworth',
  'Bailey',
  'Clay',
  'Dawson',
  'Eaton',
  'Fox',
  'Goode',
  'Holt',
  'Ingram',
  'Jukes',
  'Keeling',
  'Lovatt',
  'Mellor',
  'Nash',
  'Oakes',
  'Pearce',
  'Quinn',
  'Rigby',
  'Shaw',
  'Tranter',
  'Upton',
  'Vickers',
  'Weston',
  'Yates',
] as const

/** How many live at each address, and what the others there enrol in: 40 households, 80 people. */
const households: readonly { kind: Kind; size: number }[] = [
  ...Array.from({ length: 18 }, () => ({ kind: 'older' as const, size: 1 })),
  ...Array.from({ length: 6 }, () => ({ kind: 'couple' as const, size: 2 })),
  ...[4, 5, 4, 4, 5, 4, 5, 4, 4, 5].map((size) => ({ kind: 'family' as const, size })),
  ...Array.from({ length: 6 }, () => ({ kind: 'single' as const, size: 1 })),
]

/** The other app users: the n-th member of which household, with which service. With the cast's nine they are 22. */
const otherAppUsers: Record<string, [ServiceKey, number]> = {
  '38/0': ['wellbeing', 0],
  '39/0': ['money', 1],
  '26/0': ['coaching', 0],
  '27/0': ['wellbeing', 1],
  '28/0': ['coaching', 2],
  '29/0': ['wellbeing', 0],
  '30/0': ['money', 0],
  '26/2': ['wellbeing', 3],
  '31/2': ['wellbeing', 1],
  '1/0': ['coaching', 0],
  '2/0': ['coaching', 4],
  '3/0': ['wellbeing', 1],
  '19/0': ['wellbeing', 0],
}
/** The second service of some of them, to which they have not written yet; they share their goals with both. */
const alsoWith: Record<string, [ServiceKey, number]> = {
  '39/0': ['coaching', 4],
  '26/0': ['money', 5],
  '28/0': ['money', 6],
  '30/0': ['coaching', 5],
}
const assisted = new Set(['1/0', '2/0', '19/0'])

/** 80 people at 40 addresses. `turnsSixteenOn` is the local date of Aisha's birthday. */
export function makePeople(random: Random, turnsSixteenOn: string): DemoPerson[] {
  const people: DemoPerson[] = []
  for (const [household, { kind, size }] of households.entries()) {
    const here = cast.filter((one) => one.household === household)
    const surname = here[0]?.family ?? random.pick(family)
    for (let place = 0; place < size; place += 1) {
      const one = here[place]
      people.push(
        one
          ? named(one, people.length, random, turnsSixteenOn)
          : other(household, place, kind, surname, people.length, random),
      )
    }
  }
  // A father and son with one name, to be told apart by date of birth.
  const [father, son] = people.filter((one) => one.household === 33)
  if (father && son) Object.assign(son, { given: father.given, knownAs: father.given })
  return people
}

function named(one: Named, index: number, random: Random, turnsSixteenOn: string): DemoPerson {
  return {
    key: one.key,
    id: demoId(`person ${one.key}`),
    household: one.household,
    given: one.given,
    family: one.family,
    knownAs: one.given,
    bornOn:
      one.key === 'aisha'
        ? `${Number(turnsSixteenOn.slice(0, 4)) - 16}${turnsSixteenOn.slice(4)}`
        : birthday(one.born, random),
    nhsNumber: nhsNumber(index),
    pronouns: one.pronouns,
    language: one.language,
    interpreter: one.interpreter,
    safeContact: one.safeContact,
    account: one.email ? { id: demoId(`account ${one.key}`), email: one.email, isAssisted: one.isAssisted } : undefined,
    enrolments: one.services.map(([service, fromDay, toDay]) => enrolment(one.key, service, fromDay, toDay)),
  }
}

function other(
  household: number,
  place: number,
  kind: Kind,
  surname: string,
  index: number,
  random: Random,
): DemoPerson {
  const key = `${household}/${place}`
  const first = random.pick(given)
  const app = otherAppUsers[key]
  const second = alsoWith[key]
  const born = {
    older: random.whole(1936, 1951),
    couple: random.whole(1940, 1956),
    family: place < 2 ? random.whole(1978, 1996) : random.whole(2010, 2021),
    single: random.whole(1965, 2002),
  }[kind]
  const isTeenager = kind === 'family' && place >= 2 && app
  return {
    key,
    id: demoId(`person ${key}`),
    household,
    given: first,
    family: surname,
    knownAs: first,
    bornOn: birthday(isTeenager ? 2010 : born, random),
    nhsNumber: nhsNumber(index),
    language: index === 9 ? 'pl' : index === 40 ? 'ur' : undefined,
    interpreter: index === 9 || index === 40 || undefined,
    safeContact: [5, 11, 33, 52].includes(index) ? { voicemailOk: false } : undefined,
    account: app && {
      id: demoId(`account ${key}`),
      email: `person-${household}-${place}@demo.example`,
      isAssisted: assisted.has(key) || undefined,
    },
    enrolments: [
      ...(app ? [enrolment(key, app[0], app[1])] : []),
      ...(second ? [{ ...enrolment(key, second[0], second[1]), isQuiet: true as const }] : []),
    ],
  }
}

const enrolment = (
  key: string,
  service: ServiceKey,
  fromDay: number,
  toDay?: number,
): DemoPerson['enrolments'][number] => ({
  id: demoId(`enrolment ${key} ${service}`),
  service,
  fromDay,
  toDay,
  lead:
    service === 'wellbeing'
      ? key === 'kofi' || key === 'meera'
        ? 'sam'
        : undefined
      : service === 'coaching'
        ? 'priya'
        : 'tess',
})

function birthday(year: number, random: Random): string {
  return `${year}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`
}

/** The n-th valid number of the range that is never issued, 999 000 1000 and up (domain.md 14). */
function nhsNumber(index: number): string {
  let found = -1
  for (let base = 999_000_100; ; base += 1) {
    const digits = String(base)
    const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
    const check = 11 - (sum % 11)
    if (check === 10) continue
    found += 1
    if (found === index) return digits + (check === 11 ? '0' : String(check))
  }
}
