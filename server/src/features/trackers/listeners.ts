import { listen } from '../../platform/feature.ts'
import { changeVisibility } from './share.ts'
import { subject } from './subject.ts'

export const listeners = [
  listen('share.changed', 'within', changeVisibility),
  listen('person.linked', 'within', (ctx, { fromPersonId, intoPersonId }) =>
    subject.merge(ctx, fromPersonId, intoPersonId),
  ),
]
