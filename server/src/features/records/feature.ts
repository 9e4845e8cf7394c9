import { type Feature, type Handler, listen } from '../../platform/feature.ts'
import type {} from '../organisations/facts.ts'
import { adding } from './add-copy.ts'
import { loadCopies } from './copy-rows.ts'
import type { Read } from './gather.ts'
import { moveCopies } from './move-copies.ts'
import { permissions } from './policy.ts'
import { get, list } from './read-copies.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

/** Copies of what the given nouns show a team. Each noun is asked by its own operation, so a copy holds what the screen did. */
export function recordsFeature(nouns: readonly Feature[]): Feature {
  const handlers = new Map(
    nouns.flatMap(({ operations = [] }) => operations.map((one): [string, Handler] => [one.operation.name, one])),
  )
  const read: Read = (ctx, operation, input) => {
    const handler = handlers.get(operation.name)
    if (!handler) throw new Error(`No noun handles ${operation.name}`)
    return handler.run(ctx, input as never, undefined) as never
  }
  return {
    name: 'records',
    tables: ['record_copy'],
    permissions,
    operations: [adding(read), list, get],
    listeners: [listen('person.linked', 'within', moveCopies)],
    subject,
    own: async (ctx, personId) => ({ records: { copies: await loadCopies(ctx, personId) } }),
  }
}
