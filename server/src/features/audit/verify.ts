import type { Db, Tx } from '../../platform/db.ts'
import { beginning, type LogRow, seal, sealedColumns } from './canonical.ts'

/** The newest sealed row, as noted outside the database. */
export interface Head {
  position: number
  logId: number
  /** Hex. */
  hash: string
}

export type Finding =
  | { isWhole: true; sealed: number; unsealed: number; head: Head | undefined }
  /** The first row that is not as it was sealed. `cut`: sealed rows are gone together with their seals. */
  | { isWhole: false; what: 'edited' | 'deleted' | 'inserted' | 'cut'; logId: number; position: number }

const PAGE = 5_000

/**
 * Reads the whole log beside its chain and names the first row that was edited, deleted, inserted or cut. `anchor` is a head noted
 * outside the database earlier: with it, an end that was cut off or a chain that was written anew is found as well.
 */
export async function verify(db: Db, anchor?: Head): Promise<Finding> {
  return db.as({ kind: 'system', system: 'audit', requestId: 'audit.verify' }, (tx) => walk(tx, anchor), {
    isolation: 'repeatable read',
  })
}

interface Sealed {
  log_id: number
  position: number
  hash: Buffer
}

async function walk(tx: Tx, anchor: Head | undefined): Promise<Finding> {
  let head: { logId: number; position: number; hash: Buffer } = { logId: 0, position: 0, hash: beginning }
  for (;;) {
    const seals: Sealed[] = (
      await tx.query(
        `select log_id, position, hash from access_log_chain where log_id > $1 order by log_id limit ${PAGE}`,
        [head.logId],
      )
    ).rows
    const end = seals.at(-1)
    if (!end) break
    const rows: LogRow[] = (
      await tx.query(`select ${sealedColumns} from access_log where id > $1 and id <= $2 order by id`, [
        head.logId,
        end.log_id,
      ])
    ).rows
    const byId = new Map(rows.map((row) => [row.id, row]))
    const sealedIds = new Set(seals.map((one) => one.log_id))
    const strangers = rows.filter((row) => !sealedIds.has(row.id)).map((row) => row.id)
    for (const one of seals) {
      const stranger = strangers[0]
      if (stranger !== undefined && stranger < one.log_id) return broken('inserted', stranger, head.position)
      if (one.position !== head.position + 1) return broken('cut', one.log_id, head.position + 1)
      const row = byId.get(one.log_id)
      if (!row) return broken('deleted', one.log_id, one.position)
      const hash = seal(head.hash, row)
      if (!hash.equals(one.hash)) return broken('edited', one.log_id, one.position)
      if (anchor?.position === one.position && anchor.hash !== hash.toString('hex'))
        return broken('edited', one.log_id, one.position)
      head = { logId: one.log_id, position: one.position, hash }
    }
  }
  if (anchor && anchor.position > head.position) return broken('cut', anchor.logId, head.position + 1)
  const { rows } = await tx.query('select count(*) as unsealed from access_log where id > $1', [head.logId])
  const noted = head.position === 0 ? undefined : { ...head, hash: head.hash.toString('hex') }
  return { isWhole: true, sealed: head.position, unsealed: rows[0].unsealed, head: noted }
}

const broken = (what: 'edited' | 'deleted' | 'inserted' | 'cut', logId: number, position: number): Finding => ({
  isWhole: false,
  what,
  logId,
  position,
})

/** The newest sealed row. */
export async function readHead(tx: Tx): Promise<Head | undefined> {
  const { rows } = await tx.query('select log_id, position, hash from access_log_chain order by log_id desc limit 1')
  return rows[0] && headOf(rows[0])
}

/** The sealed row at a head's place, if there still is one. */
export async function readSeal(tx: Tx, logId: number): Promise<Head | undefined> {
  const { rows } = await tx.query('select log_id, position, hash from access_log_chain where log_id = $1', [logId])
  return rows[0] && headOf(rows[0])
}

const headOf = (row: Sealed): Head => ({
  position: row.position,
  logId: row.log_id,
  hash: row.hash.toString('hex'),
})
