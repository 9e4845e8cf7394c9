import { england } from '@weft/ui/help-panel/england.ts'
import type { HelpList } from '@weft/ui/help-panel/lines.ts'
import { useMemo } from 'react'
import { helpListIn } from '../words/help-list.ts'
import { useWords } from '../words/words-provider.tsx'

/** The numbers of this deployment's nation in the language spoken; the static pages of the build are written from the same list. */
export function useHelpList(): HelpList {
  const { help } = useWords()
  return useMemo(() => helpListIn(england, help), [help])
}
