import type { Fixture } from './fixture.ts'

export interface Piece {
  name: string
  fixtures: (Fixture & { id: string })[]
}

const modules = import.meta.glob<{ fixtures: Fixture[] }>('../*/fixtures.tsx', { eager: true })

export const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** Every piece by the name of its folder. Ids read `thread/unread-since` and must be unique: they are addresses. */
export const pieces: Piece[] = Object.entries(modules)
  .map(([path, { fixtures }]) => {
    const name = path.split('/')[1] ?? path
    return { name, fixtures: fixtures.map((fixture) => ({ ...fixture, id: `${name}/${slug(fixture.state)}` })) }
  })
  .sort((a, b) => a.name.localeCompare(b.name))
