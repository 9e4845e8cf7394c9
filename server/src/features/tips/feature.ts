import { type Feature, listen } from '../../platform/feature.ts'
import type {} from '../organisations/facts.ts'
import * as commands from './commands.ts'
import * as desk from './desk.ts'
import { send } from './feedback.ts'
import * as feedbackDesk from './feedback-desk.ts'
import { jobs } from './jobs.ts'
import { choose, loadTips, save, unsave } from './own-tips.ts'
import { permissions } from './policy.ts'
import { get, list, rate } from './queries.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'tips',
  tables: [
    'content',
    'content_version',
    'content_rating',
    'tip_bookmark',
    'tip_topics',
    'feedback',
    'feedback_address',
  ],
  permissions,
  operations: [
    list,
    get,
    rate,
    save,
    unsave,
    choose,
    desk.list,
    desk.get,
    commands.draft,
    commands.edit,
    commands.review,
    commands.publish,
    commands.retire,
    send,
    feedbackDesk.list,
    feedbackDesk.answer,
    feedbackDesk.close,
  ],
  jobs,
  listeners: [
    listen('person.linked', 'within', (ctx, { fromPersonId, intoPersonId }) =>
      subject.merge(ctx, fromPersonId, intoPersonId),
    ),
  ],
  subject,
  own: async (ctx, personId) => ({ tips: await loadTips(ctx, personId) }),
}
