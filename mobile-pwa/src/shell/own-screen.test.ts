import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyNoun } from '../words/nouns.ts'

const source = resolve(import.meta.dirname, '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^testing/.test(name))
  .map((name) => join(source, name))

const text = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const from = (file: string, path: string) => resolve(dirname(file), path)

/** The file and all that comes with it: what it imports, and what it loads later by no `ownScreen` of its own. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !text.has(file)) return seen
  seen.add(file)
  const code = text.get(file) as string
  const imports = code.matchAll(/^import (?!type)[^'"]*?['"](\.[^'"]+)['"]/gms)
  const later = code.matchAll(/\blazy\(\(\) => import\('([^']+)'\)/g)
  for (const [, path] of [...imports, ...later]) withImports(from(file, path as string), seen)
  return seen
}

/** The nouns whose words a file takes out of the catalogue: `words.goals`, `{ goals: say } = useWords()`, `({ goals }: Words)`. */
function nounsIn(file: string): string[] {
  const code = text.get(file) as string
  const taken = [
    ...[...code.matchAll(/(?:\bwords|useWords\(\))\.(\w+)/g)].map(([, noun]) => noun as string),
    ...[...code.matchAll(/\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}(?: = (?:words|useWords\(\))$|: Words\b)/gm)].flatMap(
      ([, names]) => [...(names as string).matchAll(/(\w+)(?=\s*[:,}]|\s*$)/g)].map(([, noun]) => noun as string),
    ),
  ]
  return everyNoun.filter((noun) => taken.includes(noun))
}

const screens = files.flatMap((file) =>
  [...(text.get(file) as string).matchAll(/ownScreen\(\s*\(\) => import\('([^']+)'\)(?:,\s*\[([^\]]*)\])?/g)].map(
    ([, path, names]) => ({
      screen: from(file, path as string),
      named: names === undefined ? everyNoun : [...names.matchAll(/'(\w+)'/g)].map(([, noun]) => noun as string),
    }),
  ),
)

describe('a screen of one’s own', () => {
  it.each(screens.map((one) => [one.screen.slice(source.length + 1), one] as const))(
    '%s names each noun that it and what comes with it speak of',
    (_, { screen, named }) => {
      const spoken = [...withImports(screen)].flatMap((file) => nounsIn(file).map((noun) => ({ noun, in: file })))
      expect(spoken.filter(({ noun }) => !named.includes(noun as never))).toEqual([])
    },
  )
})
