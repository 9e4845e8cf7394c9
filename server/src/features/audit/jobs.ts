import type { Job } from '../../platform/feature.ts'
import { anchorFile, moveAnchor } from './anchor.ts'
import { sealLog } from './seal-log.ts'

/** Seals the log each second, away from whoever writes it. */
const sealAccessLog: Job = {
  name: 'audit.seal',
  everySeconds: 1,
  async run({ db }) {
    await sealLog(db)
  },
}

/** Notes the head outside the database each hour, so that neither end nor middle can be written anew unseen. */
const anchorAccessLog: Job = {
  name: 'audit.anchor',
  everySeconds: 3600,
  async run({ db, log, now, dataDir }) {
    const isSame = await moveAnchor(db, anchorFile(dataDir), now())
    if (!isSame)
      log.error({ job: 'audit.anchor', code: 'audit-broken' }, 'The access log no longer holds the head noted before')
  },
}

export const jobs = [sealAccessLog, anchorAccessLog]
