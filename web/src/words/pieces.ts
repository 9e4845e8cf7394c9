import { words as houseState } from '@weft/ui/house-state/words.ts'

/** What the shared pieces say otherwise in the portal, which is used at a desk. */
export const pieces = { houseState: { ...houseState, device: 'computer' } }
