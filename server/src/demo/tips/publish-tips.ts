import { draftContent, publishContent, reviewContent } from '@weft/contract/tips/desk.ts'
import type { App } from '../../app.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type { Calendar } from '../calendar.ts'
import { demoId } from '../random.ts'
import type { DemoPiece } from './piece.ts'
import { stories } from './stories.ts'
import { tipsInWelsh } from './tips-cy.ts'
import { tipsInEnglish } from './tips-en.ts'

const FIRST_DAY = -58
const REVIEWED_AFTER_DAYS = 330

export interface DemoEditors {
  writer(): Promise<AccountScope>
  second(): Promise<AccountScope>
}

/** The editors' work before the pilot began: one writes, the other looks at it and publishes, a few a day. The last is the newest. */
export function tipBeats(app: App, calendar: Calendar, editors: DemoEditors): { at: Date; run(): Promise<void> }[] {
  const all = [...tipsInWelsh, ...stories, ...[...tipsInEnglish].reverse()]
  return all.map((piece, place) => ({
    at: calendar.at(FIRST_DAY + Math.floor(place / 4), `${String(10 + (place % 4)).padStart(2, '0')}:15`),
    run: () => publish(app, calendar, piece, editors),
  }))
}

async function publish(app: App, calendar: Calendar, piece: DemoPiece, editors: DemoEditors): Promise<void> {
  const { until, reviewDay, ...words } = piece
  const contentId = demoId(`content ${piece.slug}`)
  const at = { contentId, baseVersion: 1 }
  const writer = await editors.writer()
  await app.runner.run(draftContent, writer, {
    contentId,
    ...words,
    ageBand: 'everyone',
    ...(piece.kind === 'story' && { consentRef: `Consent file ${piece.slug} (demo)` }),
    reviewBy: calendar.dateOf(reviewDay ?? FIRST_DAY + REVIEWED_AFTER_DAYS),
  })
  if (until === 'draft') return
  await app.runner.run(reviewContent, writer, at)
  if (until !== 'in_review') await app.runner.run(publishContent, await editors.second(), at)
}
