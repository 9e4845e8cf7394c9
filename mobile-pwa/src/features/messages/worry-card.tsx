import { Button } from '@weft/ui/button/button.tsx'
import { HelpRows } from '@weft/ui/help-panel/help-panel.tsx'
import { linesFor } from '@weft/ui/help-panel/lines.ts'
import { useHelpList } from '../../shell/help.ts'
import { useWords } from '../../words/words-provider.tsx'

/** Whom to talk to straight away, after words that worry us (experience.md P7). It never says what set it off, and goes at a press. */
export function WorryCard({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const lines = linesFor(useHelpList()).filter((line) => !line.isMore)
  return (
    <section className="conversation__worry" aria-label={words.app.help}>
      <p role="status">{words.conversation.worried}</p>
      <HelpRows lines={lines.slice(0, 3)} label={words.app.help} />
      <Button kind="quiet" onClick={onClose}>
        {words.app.close}
      </Button>
    </section>
  )
}
