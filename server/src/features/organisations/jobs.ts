import type { Job } from '../../platform/feature.ts'
import { finishEnrolment } from './end-enrolment.ts'

/** Ends what is past its grace, each in a transaction of its own so that one that fails keeps nobody else waiting. */
const finishEnrolments: Job = {
  name: 'enrolment.finish',
  everySeconds: 30,
  async run({ db, act, now, log }) {
    const due = await db.as({ kind: 'system', system: 'jobs', requestId: 'enrolment.finish' }, (tx) =>
      tx.query(`select id from enrolment where state = 'ending' and ends_at <= $1 order by ends_at limit 200`, [now()]),
    )
    for (const { id } of due.rows) {
      await act('jobs', (ctx) => finishEnrolment(ctx, id)).catch((error: unknown) =>
        log.error({ job: 'enrolment.finish', reason: (error as Error).name }, 'A grace could not be ended'),
      )
    }
  },
}

export const jobs = [finishEnrolments]
