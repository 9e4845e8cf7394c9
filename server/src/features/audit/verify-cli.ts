import { systemClock } from '../../platform/clock.ts'
import { createDb } from '../../platform/db.ts'
import { createLog } from '../../platform/log.ts'
import { anchorFile, readAnchor } from './anchor.ts'
import { verify } from './verify.ts'

// npm run audit:verify: says whether the access log is as it was written, and names the first row that is not. Exit 1 when it is not.
const databaseUrl = process.env.DATABASE_APP_URL ?? process.env.DATABASE_URL
if (!databaseUrl) {
  console.error('DATABASE_APP_URL is missing: give the address of the database whose access log is to be verified.')
  process.exit(2)
}
const db = createDb({ databaseUrl, databasePool: 2 }, createLog('silent'), systemClock)
try {
  const file = anchorFile(process.env.DATA_DIR ?? '.data')
  const anchor = await readAnchor(file)
  const found = await verify(db, anchor)
  if (found.isWhole) {
    const noted = anchor ? `It holds the head noted in ${file}.` : `No head is noted in ${file} yet.`
    console.log(`The access log is whole: ${found.sealed} rows sealed, ${found.unsealed} newer. ${noted}`)
  } else {
    console.error(
      `The access log was changed. First bad row: id ${found.logId}, place ${found.position}, ${found.what}.`,
    )
    process.exitCode = 1
  }
} finally {
  await db.close()
}
