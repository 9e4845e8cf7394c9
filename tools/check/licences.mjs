const allowed = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 OFL-1.1 Python-2.0 Unlicense Zlib'.split(
    ' ',
  ),
)

// Packages whose manifest says nothing, after reading their LICENSE file.
const read = { 'xmlhttprequest-ssl': 'MIT' }

/**
 * Packages of a lock file that a running Weft contains and whose licence is not on our list, as sentences.
 *
 * Development tools are left out: they reach nobody. Our own workspaces are left out too.
 */
export function findForeignLicences(lock) {
  const breaches = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || entry.link || entry.dev || entry.devOptional) continue
    const name = path.replace(/^.*node_modules\//, '')
    const licence = entry.license ?? read[name]
    if (!isAllowed(licence)) breaches.push(`${name} ${entry.version} has the licence ${licence ?? '(none given)'}`)
  }
  return breaches
}

/** An SPDX expression is allowed when we can choose only allowed licences: all of an AND, one of an OR. */
export function isAllowed(expression) {
  if (typeof expression !== 'string' || expression === '') return false
  const tokens = expression.replaceAll(/[()]/g, ' $& ').trim().split(/\s+/)
  let at = 0
  const either = () => {
    let holds = both()
    while (tokens[at] === 'OR') {
      at += 1
      holds = both() || holds
    }
    return holds
  }
  const both = () => {
    let holds = one()
    while (tokens[at] === 'AND') {
      at += 1
      holds = one() && holds
    }
    return holds
  }
  const one = () => {
    const token = tokens[at++]
    if (token !== '(') return allowed.has(token)
    const holds = either()
    at += 1
    return holds
  }
  return either() && at >= tokens.length
}
