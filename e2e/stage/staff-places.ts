import { readFileSync } from 'node:fs'

/** What the portal's own tables say. They draw screens, so they are read as text. */
const textOf = (file: string) => readFileSync(new URL(`../../web/src/${file}`, import.meta.url), 'utf8')

/** Addresses as the router has them, with what may be left out: `/people/$personId/{-$tab}`. */
const patterns = () => [...textOf('router.tsx').matchAll(/\bat\('([^']+)'\)/g)].map(([, pattern]) => pattern as string)

/** The tabs of a person's page, by their place in its address. */
export function personTabs(): string[] {
  const [, table = ''] = /personTabs = \{\n(.*?)\n\}/s.exec(textOf('features/person/person-tabs.ts')) ?? []
  return [...table.matchAll(/^ {2}(\w+):/gm)].map(([, tab]) => tab as string)
}

/** Patterns of the portal to which none of these places belongs. */
export function staffNotLookedAt(places: readonly string[]): string[] {
  return patterns().filter((pattern) => !places.some((place) => matcher(pattern).test(place)))
}

function matcher(pattern: string): RegExp {
  const parts = pattern.split('/').slice(1)
  const asked = parts.map((part) =>
    part.startsWith('{-$') ? '(/[^/]+)?' : part.startsWith('$') ? '/[^/]+' : `/${part}`,
  )
  return new RegExp(`^/staff${asked.join('')}$`)
}
