import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Db } from '../../platform/db.ts'
import { type Head, readHead, readSeal } from './verify.ts'

export const anchorFile = (dataDir: string) => join(dataDir, 'audit-head.json')

/** The head noted outside the database, if one ever was. Throws when the file is there and says something else. */
export async function readAnchor(file: string): Promise<Head | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const { position, logId, hash } = JSON.parse(text)
  if (!Number.isSafeInteger(position) || !Number.isSafeInteger(logId) || !/^[0-9a-f]{64}$/.test(hash))
    throw new Error(`${file} does not hold the head of an audit log`)
  return { position, logId, hash }
}

/**
 * Notes the chain's head outside the database. A chain that no longer holds the head noted before is not noted over: answers false, and
 * the earlier note stays as evidence.
 */
export async function moveAnchor(db: Db, file: string, now: Date): Promise<boolean> {
  const noted = await readAnchor(file)
  return db.as({ kind: 'system', system: 'audit', requestId: 'audit.anchor' }, async (tx) => {
    const found = noted && (await readSeal(tx, noted.logId))
    if (noted && (found?.hash !== noted.hash || found.position !== noted.position)) return false
    const head = await readHead(tx)
    if (!head || head.position === noted?.position) return true
    await mkdir(dirname(file), { recursive: true })
    await writeFile(`${file}.new`, `${JSON.stringify({ ...head, at: now.toISOString() })}\n`, { mode: 0o600 })
    await rename(`${file}.new`, file)
    return true
  })
}
