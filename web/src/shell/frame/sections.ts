import type { Hat } from '@weft/contract/people/shapes.ts'
import { BookOpen, Inbox, type LucideIcon, MessageSquareText, Settings, Users } from 'lucide-react'

export type SectionName = 'inbox' | 'caseload' | 'team' | 'tips' | 'feedback'

export interface SectionDefinition {
  name: SectionName
  href: string
  icon: LucideIcon
}

const careTeam: readonly Hat[] = ['practitioner', 'coordinator']

const definitions: (SectionDefinition & { hats: readonly Hat[] })[] = [
  { name: 'inbox', href: '/inbox', icon: Inbox, hats: careTeam },
  { name: 'caseload', href: '/caseload', icon: Users, hats: careTeam },
  { name: 'team', href: '/team', icon: Settings, hats: ['coordinator'] },
  { name: 'tips', href: '/tips', icon: BookOpen, hats: ['content_editor'] },
  { name: 'feedback', href: '/feedback', icon: MessageSquareText, hats: ['content_editor'] },
]

/** A practitioner begins with the people they lead, a coordinator with everybody. */
export const firstFolder = (hat: Hat) => (hat === 'coordinator' ? 'all' : 'mine')

export const isIn = (path: string, { href }: SectionDefinition) => path === href || path.startsWith(`${href}/`)

/** A section that others have: to this hat there is no such page. */
export const isAbsent = (hat: Hat, path: string) =>
  definitions.some((definition) => isIn(path, definition) && !definition.hats.includes(hat))

/** Only what exists and this hat has; the server decides again on every call. */
export const sectionsFor = (hat: Hat): SectionDefinition[] => definitions.filter(({ hats }) => hats.includes(hat))
