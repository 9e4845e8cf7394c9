import { england } from '@weft/ui/help-panel/england.ts'
import type { HelpList } from '@weft/ui/help-panel/lines.ts'

/** The numbers of this deployment's nation; the static page of the build is written from the same list. */
export const helpList: HelpList = england
