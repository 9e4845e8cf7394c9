import type { Db, Tx } from '../../platform/db.ts'
import { beginning, type LogRow, seal, sealedColumns } from './canonical.ts'

const PAGE = 2_000
const asAudit = { kind: 'system', system: 'audit', requestId: 'audit.seal' } as const

/**
 * Seals what the log has gathered, in the order of its row ids; answers how many rows. Whoever writes the log waits for nothing.
 *
 * A row id is given before its transaction commits, so a lower one may still appear. Two steps settle that: a mark notes the highest id
 * there is and then takes a transaction id of its own; a row's writer takes its transaction's id before its row's (a trigger sees to it),
 * so once every transaction before the mark's has ended, no row up to that id can appear any more, and they are sealed.
 */
export async function sealLog(db: Db): Promise<number> {
  let sealed = 0
  let last: number
  do {
    last = await db.as(asAudit, sealPage)
    sealed += last
  } while (last === PAGE)
  await db.as(asAudit, moveMark)
  return sealed
}

// One sealer at a time; the others have nothing to do.
const takeTurn = async (tx: Tx) =>
  (await tx.query('select pg_try_advisory_xact_lock(7210503) as mine')).rows[0].mine as boolean

async function sealPage(tx: Tx): Promise<number> {
  if (!(await takeTurn(tx))) return 0
  const { rows: marks } = await tx.query(
    'select up_to, behind <= pg_snapshot_xmin(pg_current_snapshot()) as is_complete from access_log_mark',
  )
  if (!marks[0].is_complete) return 0
  const { rows: heads } = await tx.query(
    'select log_id, position, hash from access_log_chain order by log_id desc limit 1',
  )
  const head = heads[0] ?? { log_id: 0, position: 0, hash: beginning }
  const { rows } = await tx.query(
    `select ${sealedColumns} from access_log where id > $1 and id <= $2 order by id limit ${PAGE}`,
    [head.log_id, marks[0].up_to],
  )
  let hash: Buffer = head.hash
  const hashes = (rows as LogRow[]).map((row) => {
    hash = seal(hash, row)
    return hash
  })
  await tx.query(
    `insert into access_log_chain (log_id, position, hash)
     select log_id, $1 + place, hash from unnest($2::bigint[], $3::bytea[]) with ordinality as r (log_id, hash, place)`,
    [head.position, rows.map((row) => row.id), hashes],
  )
  return rows.length
}

async function moveMark(tx: Tx): Promise<void> {
  if (!(await takeTurn(tx))) return
  const { rows } = await tx.query(
    `select coalesce(max(id), 0) as newest, (select up_to from access_log_mark) as up_to,
       (select behind <= pg_snapshot_xmin(pg_current_snapshot()) from access_log_mark) as is_complete from access_log`,
  )
  const { newest, up_to: upTo, is_complete: isComplete } = rows[0]
  // A mark that is still waited for stays: a newer one would wait anew.
  if (newest <= upTo || !isComplete) return
  await tx.query('update access_log_mark set up_to = $1, behind = pg_current_xact_id()', [newest])
}
