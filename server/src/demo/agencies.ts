import { demoId, type Random } from './random.ts'

export interface DemoOrganisation {
  key: string
  id: string
  name: string
  kinds: string[]
  domain: string
  staff: number
}

const organisation = (key: string, name: string, kinds: string[], domain: string, staff: number): DemoOrganisation => ({
  key,
  id: demoId(`organisation ${key}`),
  name: `${name} (demo)`,
  kinds,
  domain,
  staff,
})

/** The nine agreement parties with their 50 staff, and three more organisations. */
export const organisations: readonly DemoOrganisation[] = [
  organisation('district', 'Whitlow District Council', ['partner'], 'whitlow-district.example', 8),
  organisation('county', 'Whitlowshire County Council', ['commissioner', 'partner'], 'whitlowshire.example', 10),
  organisation('health', 'Whitlow Community Health', ['provider'], 'whitlow-health.example', 9),
  organisation('fire', 'Whitlowshire Fire', ['partner'], 'whitlowshire-fire.example', 7),
  organisation('police', 'Whitlowshire Police', ['partner'], 'whitlowshire-police.example', 4),
  organisation('homes', 'Whitlow Homes', ['partner'], 'whitlow-homes.example', 4),
  organisation('trust', 'Whitlow Mental Health Trust', ['provider', 'host'], 'whitlow-trust.example', 4),
  organisation('kindling', 'Kindling Coaching and Befriending', ['provider'], 'kindling.example', 3),
  organisation('school', 'Whitlow Green School', ['partner'], 'whitlow-green.example', 1),
  organisation('clearwater', 'Clearwater Money Advice', ['provider'], 'clearwater.example', 2),
  organisation('brightpath', 'Brightpath', ['provider'], 'brightpath.example', 0),
]

export type ServiceKey = 'wellbeing' | 'coaching' | 'money'

export interface DemoService {
  key: ServiceKey
  id: string
  contractId: string
  orgKey: string
  name: string
  sensitiveKind: string
  phone: string
  /** Minutes of open time. */
  replyTargetMinutes: number
}

const service = (
  key: ServiceKey,
  orgKey: string,
  name: string,
  sensitiveKind: string,
  phone: string,
  replyTargetMinutes: number,
): DemoService => ({
  key,
  id: demoId(`service ${key}`),
  contractId: demoId(`contract ${key}`),
  orgKey,
  name,
  sensitiveKind,
  phone,
  replyTargetMinutes,
})

/** Working days are 480 minutes; mental health answers within one, the others within two. */
export const services: readonly DemoService[] = [
  service('wellbeing', 'trust', 'Lichfield Wellbeing', 'mental_health', '01632 960101', 480),
  service('coaching', 'kindling', 'Health Coaching', 'none', '01632 960102', 960),
  service('money', 'clearwater', 'Money Advice', 'none', '01632 960103', 960),
]

/** 09:00–17:00, Monday to Friday, for every service. */
export const serviceHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '09:00', close: '17:00' }))

export interface DemoStaff {
  key: string
  id: string
  accountId: string
  orgKey: string
  name: string
  job: string
  email: string
  hats: string[]
  service?: ServiceKey
  teamRole?: 'member' | 'coordinator' | 'duty'
}

const named: readonly (Omit<DemoStaff, 'id' | 'accountId'> & { key: string })[] = [
  {
    key: 'sam',
    orgKey: 'trust',
    name: 'Sam Okafor',
    job: 'community psychiatric nurse',
    email: 'sam@demo.example',
    hats: ['practitioner'],
    service: 'wellbeing',
    teamRole: 'member',
  },
  {
    key: 'nia',
    orgKey: 'trust',
    name: 'Nia Hughes',
    job: 'team coordinator',
    email: 'nia@demo.example',
    hats: ['coordinator'],
    service: 'wellbeing',
    teamRole: 'coordinator',
  },
  {
    key: 'helen',
    orgKey: 'trust',
    name: 'Helen Marsh',
    job: 'privacy officer',
    email: 'helen@demo.example',
    hats: ['privacy_officer'],
  },
  {
    key: 'ola',
    orgKey: 'trust',
    name: 'Ola Nowak',
    job: 'support worker',
    email: 'ola@demo.example',
    hats: ['practitioner'],
    service: 'wellbeing',
    teamRole: 'duty',
  },
  {
    key: 'priya',
    orgKey: 'kindling',
    name: 'Priya Shah',
    job: 'coach',
    email: 'priya@demo.example',
    hats: ['coordinator', 'practitioner'],
    service: 'coaching',
    teamRole: 'coordinator',
  },
  {
    key: 'ben',
    orgKey: 'kindling',
    name: 'Ben Lowther',
    job: 'coach',
    email: 'ben@demo.example',
    hats: ['practitioner'],
    service: 'coaching',
    teamRole: 'member',
  },
  {
    key: 'leaver',
    orgKey: 'kindling',
    name: 'Carys Vaughan',
    job: 'coach',
    email: 'carys@demo.example',
    hats: ['practitioner'],
    service: 'coaching',
    teamRole: 'member',
  },
  {
    key: 'dave',
    orgKey: 'fire',
    name: 'Dave Pritchard',
    job: 'firefighter',
    email: 'dave@demo.example',
    hats: ['practitioner'],
  },
  {
    key: 'marcus',
    orgKey: 'county',
    name: 'Marcus Webb',
    job: 'commissioner',
    email: 'marcus@demo.example',
    hats: ['commissioner'],
  },
  {
    key: 'tess',
    orgKey: 'clearwater',
    name: 'Tess Bright',
    job: 'debt adviser',
    email: 'tess@demo.example',
    hats: ['coordinator', 'practitioner'],
    service: 'money',
    teamRole: 'coordinator',
  },
  {
    key: 'omar',
    orgKey: 'clearwater',
    name: 'Omar Siddiqui',
    job: 'debt adviser',
    email: 'omar@demo.example',
    hats: ['practitioner'],
    service: 'money',
    teamRole: 'member',
  },
]

const jobs: Record<string, readonly string[]> = {
  district: ['community safety officer', 'housing officer', 'anti-social behaviour officer'],
  county: ['youth worker', 'family support worker', 'social worker', 'occupational therapist'],
  health: ['district nurse', 'falls practitioner', 'health visitor', 'school nurse'],
  fire: ['firefighter', 'home safety visitor'],
  police: ['neighbourhood officer', 'police community support officer'],
  homes: ['tenancy officer', 'warden'],
  school: ['pastoral lead'],
}
const given = [
  'Amina',
  'Jo',
  'Callum',
  'Ffion',
  'Grace',
  'Hassan',
  'Isla',
  'Kamal',
  'Lucy',
  'Mei',
  'Neil',
  'Orla',
  'Pete',
  'Rhian',
  'Tariq',
  'Una',
  'Viktor',
  'Wendy',
  'Yusuf',
  'Zoe',
] as const
const family = [
  'Abbott',
  'Begum',
  'Carter',
  'Dunn',
  'Evans',
  'Farrell',
  'Gill',
  'Hussain',
  'Iqbal',
  'Jarvis',
  'Kaur',
  'Lane',
  'Moss',
  'Naylor',
  'Osei',
  'Perry',
] as const

/** Two of the county's people write and check what everybody reads. */
export const editors = [
  { key: 'bethan', name: 'Bethan Rees', job: 'health improvement officer', hats: ['content_editor'] },
  { key: 'hywel', name: 'Hywel Pryce', job: 'health improvement officer', hats: ['content_editor'] },
] as const

/** Named colleagues first, then as many others as each organisation has. */
export function makeStaff(random: Random): DemoStaff[] {
  const staff = named.map((one) => ({
    ...one,
    id: demoId(`staff ${one.key}`),
    accountId: demoId(`account ${one.key}`),
  }))
  const taken = new Set(staff.map((one) => one.name))
  for (const { key: orgKey, staff: wanted } of organisations) {
    for (let n = staff.filter((one) => one.orgKey === orgKey).length; n < wanted; n += 1) {
      let name: string
      do name = `${random.pick(given)} ${random.pick(family)}`
      while (taken.has(name))
      taken.add(name)
      const key = name.toLowerCase().replace(' ', '.')
      const job = random.pick(jobs[orgKey] ?? ['practitioner'])
      staff.push({
        key,
        id: demoId(`staff ${key}`),
        accountId: demoId(`account ${key}`),
        orgKey,
        name,
        job,
        email: `${key}@demo.example`,
        hats: ['practitioner'],
      })
    }
  }
  for (const [at, editor] of editors.entries()) {
    const one = staff.filter(({ orgKey }) => orgKey === 'county').at(-1 - at) as DemoStaff
    Object.assign(one, editor, { email: `${editor.key}@demo.example` })
  }
  return staff
}
