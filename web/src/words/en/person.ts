import { count, languageName } from '../counting.ts'

/** In the order of the tabs. Each is as it stands within a sentence. */
const kinds: readonly { head: string; one: string; other?: string }[] = [
  { head: 'sleep', one: 'sleep' },
  { head: 'mood', one: 'mood' },
  { head: 'problem', one: 'problem', other: 'problems' },
  { head: 'goals', one: 'area of goals', other: 'areas of goals' },
  { head: 'goal', one: 'goal', other: 'goals' },
  { head: 'diary', one: 'diary entry', other: 'diary entries' },
  { head: 'coping', one: 'coping ideas' },
  { head: 'safety_plan', one: 'safety plan' },
  { head: 'about_me', one: 'about them' },
]

export default {
  title: 'Person',
  tabs: 'About this person',
  /** Each tab by its name in the address. */
  tab: { messages: 'Messages', questions: 'Questions', goals: 'Goals', trackers: 'Trackers', plan: 'Plan' },
  conversations: 'Conversations',
  withPerson: (name: string, service: string) => `${name}, ${service}`,
  withCarer: (name: string, relationship: string) => `${name}, ${relationship}`,
  carersCannot: 'Their family and carers cannot see this.',
  personCannot: (name: string) => `${name} cannot see this. The team can.`,
  nothingShared: (name: string) => `Nothing is shared with your team here. ${name} chooses what to share.`,
  born: (date: string, age: number) => `${date}, ${age} years`,
  copy: 'Copy',
  interpreter: (language?: string) =>
    language ? `Interpreter needed: ${languageName(language)}` : 'Interpreter needed',
  language: (language: string) => `Language: ${languageName(language)}`,
  lead: (name: string) => `Lead: ${name}`,
  noLead: 'No lead worker',
  message: (name: string) => `Message ${name}`,
  /** Active goes without saying. */
  at: (service: string, state: string) => (state === 'active' ? service : `${service}, ${state}`),
  /** “Sleep, 2 goals”: of each kind what there is, things of their own by how many. */
  shares: (scopes: readonly string[]) => {
    const many = (head: string) => scopes.filter((scope) => scope.startsWith(`${head}:`)).length
    const listed = kinds.flatMap(({ head, one, other }) => {
      if (!other) return scopes.includes(head) ? [one] : []
      return many(head) > 0 ? [count(many(head), one, other)] : []
    })
    const [first = '', ...others] = listed
    return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(', ')
  },
  enrolled: (services: string[]) => services.join('; '),
  open: 'Open page',
  details: 'Details',
}
