import { HelpSheet } from '@weft/ui/help-panel/help-panel.tsx'
import { linesFor } from '@weft/ui/help-panel/lines.ts'
import { useDates } from '../words/words-provider.tsx'
import { helpList } from './help.ts'

/** Get help now, over whatever was open; everything behind it stays as it was. */
export function Help({ onClose }: { onClose: () => void }) {
  const dates = useDates()
  return <HelpSheet lines={linesFor(helpList)} checkedOn={dates.date(helpList.reviewedOn)} onClose={onClose} />
}
