import type { Feature } from '../../platform/feature.ts'
import * as closing from './closing.ts'
import { eraseClosed } from './erase-closed.ts'
import { loadExports } from './export-rows.ts'
import * as exports from './exports.ts'
import type {} from './facts.ts'
import { bringBack } from './import.ts'
import { eraseExports, makeExports } from './make-exports.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

/** Taking everything of one's own along, bringing it back, and closing one's account: asked of each of `features`, this one among them. */
export function myDataFeature(features: () => readonly Feature[]): Feature {
  return {
    name: 'my-data',
    tables: ['my_export', 'account_closing'],
    operations: [exports.ask, exports.open, bringBack(features), closing.get, closing.close, closing.keep],
    jobs: [makeExports(features), eraseExports, eraseClosed(features)],
    own: async (ctx, personId) => ({ exports: { exports: await loadExports(ctx, personId) } }),
    subject,
  }
}
