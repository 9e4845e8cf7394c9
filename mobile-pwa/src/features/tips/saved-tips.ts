import type { Tip } from '@weft/contract/tips/shapes.ts'
import type { Rows } from '../../device/rows.ts'

export const savedAt = 'tips:saved'

/** The saved tips that this device keeps (kept-tips.ts). Apart from the rest, for Today reads them before the first paint. */
export const keptTips = async (rows: Rows) => (await rows.get<Tip[]>('snapshot', savedAt)) ?? []
