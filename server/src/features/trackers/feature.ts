import type { Feature } from '../../platform/feature.ts'
import * as problem from './change-problem.ts'
import { eraseRemoved } from './erase-removed.ts'
import { listShared } from './list-shared.ts'
import { history } from './list-versions.ts'
import { listeners } from './listeners.ts'
import { list, loadOwn } from './load-trackers.ts'
import * as mood from './log-mood.ts'
import * as sleep from './log-sleep.ts'
import * as moment from './mark-moment.ts'
import { permissions } from './policy.ts'
import { portable } from './portable.ts'
import * as rating from './rate-problem.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'trackers',
  tables: ['tracker', 'sleep_entry', 'problem_rating', 'mood_entry', 'key_moment', 'tracker_version'],
  permissions,
  operations: [
    sleep.log,
    sleep.logFull,
    sleep.remove,
    sleep.restore,
    problem.add,
    problem.rename,
    problem.pause,
    problem.retire,
    problem.resume,
    rating.rate,
    rating.unrate,
    rating.restore,
    mood.log,
    mood.remove,
    mood.restore,
    moment.mark,
    moment.remove,
    moment.restore,
    list,
    history,
    listShared,
  ],
  jobs: [eraseRemoved],
  listeners,
  subject,
  portable,
  own: loadOwn,
}
