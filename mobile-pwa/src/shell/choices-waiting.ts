import type { OwnState } from '@weft/contract/own/parts.ts'
import { isDueForCheck } from '@weft/contract/sharing/shapes.ts'

/** What asks for a yes or a no: teams that want to see something, and choices that are a year old. */
export const choicesIn = ({ asks, shares }: OwnState['sharing'], now: number) => ({
  asks,
  old: shares.filter((share) => isDueForCheck(share, now)),
})
