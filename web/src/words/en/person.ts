import { languageName } from '../counting.ts'

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
  teamOnly: (team: string) => `Only ${team} can see this.`,
  nothingShared: (name: string) => `Nothing is shared with your team here. ${name} chooses what to share.`,
  born: (date: string, age: number) => `${date}, ${age} years`,
  nhs: 'NHS number',
  copy: 'Copy',
  interpreter: (language?: string) =>
    language ? `Interpreter needed: ${languageName(language)}` : 'Interpreter needed',
  language: (language: string) => `Language: ${languageName(language)}`,
  lead: (name: string) => `Lead: ${name}`,
  noLead: 'No lead worker',
  message: (name: string) => `Message ${name}`,
  /** Active goes without saying. */
  at: (service: string, state: string) => (state === 'active' ? service : `${service}, ${state}`),
  enrolled: (services: string[]) => services.join('; '),
  open: 'Open page',
  details: 'Details',
}
