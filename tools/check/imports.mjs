import { parseSync } from 'oxc-parser'

/**
 * What a source file asks of others: `imports` (`{ to, isType, line }`, with dynamic and glob imports), `mentions` (literals that name
 * a source file, as when it is started as a process) and `isBarrel`: it does nothing but hand on what others export.
 */
export function readImports(path, text) {
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0].message}`)
  const lineAt = (offset) => text.slice(0, offset).split('\n').length
  const imports = []
  const add = (to, isType, offset) => imports.push({ to, isType, line: lineAt(offset) })

  for (const { moduleRequest, entries, start } of module.staticImports) {
    add(moduleRequest.value, isTypeOnly(text, start, entries), start)
  }
  for (const { entries, start } of module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest
    if (from) add(from.value, isTypeOnly(text, start, entries), start)
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = text.slice(moduleRequest.start, moduleRequest.end).match(/^['"`]([^'"`$]+)['"`]$/)
    if (literal) add(literal[1], false, start)
  }
  for (const found of text.matchAll(/import\.meta\.glob(?:<[^(]*>)?\(\s*(\[[^\]]*\]|['"][^'"]+['"])/g)) {
    for (const [, pattern] of found[1].matchAll(/['"]([^'"]+)['"]/g)) add(`glob:${pattern}`, false, found.index)
  }
  // `peers/${name}.ts` names every file that fits it.
  const named = text.replaceAll(/\$\{[^{}]*\}/g, '*').matchAll(/['"`]([\w./@*-]+\.(?:ts|tsx|mjs))['"`]/g)
  const mentions = [...named].map((found) => found[1])
  return { imports, mentions, isBarrel: isBarrel(program.body) }
}

const isTypeOnly = (text, start, entries) =>
  /^(?:import|export)\s+type\b/.test(text.slice(start, start + 40)) ||
  (entries.length > 0 && entries.every((entry) => entry.isType))

function isBarrel(statements) {
  if (statements.some((statement) => statement.type === 'ExportAllDeclaration')) return true
  const handsOn = statements.filter((statement) => statement.type === 'ExportNamedDeclaration' && statement.source)
  const others = statements.filter(
    (statement) => !handsOn.includes(statement) && statement.type !== 'ImportDeclaration',
  )
  return handsOn.length > 0 && others.length === 0
}
