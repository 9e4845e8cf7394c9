import { HelpSheet, type OwnHelp } from '@weft/ui/help-panel/help-panel.tsx'
import { linesFor } from '@weft/ui/help-panel/lines.ts'
import { useDates } from '../words/words-provider.tsx'
import { helpList } from './help.ts'

/** Get help now, over whatever was open; everything behind it stays as it was. */
interface Props {
  /** The person's own teams; nothing of them when nobody is signed in. */
  teams?: OwnHelp['teams']
  onClose: () => void
}

export function Help({ teams, onClose }: Props) {
  const dates = useDates()
  return (
    <HelpSheet
      lines={linesFor(helpList)}
      checkedOn={dates.date(helpList.reviewedOn)}
      own={teams && { teams }}
      onClose={onClose}
    />
  )
}
