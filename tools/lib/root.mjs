import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, wherever a script was started from. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Private downloads that `npm ci` does not touch: a newer Node, a Redis. Safe to delete at any time. */
export const runtimeDirectory = join(root, '.runtime')
