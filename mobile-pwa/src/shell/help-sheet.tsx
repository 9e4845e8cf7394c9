import { HelpSheet, type OwnHelp } from '@weft/ui/help-panel/help-panel.tsx'
import { linesFor } from '@weft/ui/help-panel/lines.ts'
import { useDates } from '../words/words-provider.tsx'
import { useHelpList } from './help.ts'
import { LanguageChoice } from './language-choice.tsx'

/** Get help now, over whatever was open; everything behind it stays as it was. */
interface Props {
  /** What is the person's own; none of it when nobody is signed in. */
  own?: OwnHelp
  onClose: () => void
}

export function Help({ own, onClose }: Props) {
  const dates = useDates()
  const helpList = useHelpList()
  return (
    <HelpSheet
      lines={linesFor(helpList)}
      checkedOn={dates.date(helpList.reviewedOn)}
      own={own}
      routes={own ? undefined : <LanguageChoice />}
      onClose={onClose}
    />
  )
}
