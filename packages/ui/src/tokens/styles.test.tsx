import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = resolve(import.meta.dirname, '..')
const sheets = globSync('*/*.css', { cwd: source }).map((path) => ({
  path,
  css: readFileSync(resolve(source, path), 'utf8').replaceAll(/\/\*.*?\*\//gs, ''),
}))
const declarations = (css: string) => css.match(/[\w-]+\s*:[^;{}]+(?=;)/g) ?? []

const physical =
  /^(left|right|top|bottom|width|height|(min|max)-(width|height)|(margin|padding|border|scroll-(margin|padding))-(left|right|top|bottom)\b.*)\s*:/
const physicalValue = /^(text-align|float|clear)\s*:\s*(left|right)/
const colour = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|color-mix)\(/i

describe('every stylesheet', () => {
  it('is found', () => {
    expect(sheets.length).toBeGreaterThan(20)
  })

  it.each(sheets)('$path works in both directions of writing', ({ css }) => {
    expect(declarations(css).filter((line) => physical.test(line) || physicalValue.test(line))).toEqual([])
  })

  it.each(sheets.filter(({ path }) => !path.startsWith('tokens')))(
    '$path takes its colours from the tokens',
    ({ css }) => {
      expect(declarations(css).filter((line) => colour.test(line))).toEqual([])
    },
  )
})
