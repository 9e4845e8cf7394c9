import type { QuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { HelpRows } from '@weft/ui/help-panel/help-panel.tsx'
import { linesFor } from '@weft/ui/help-panel/lines.ts'
import { useEffect, useRef } from 'react'
import { useHelpList } from '../../shell/help.ts'
import { useWords } from '../../words/words-provider.tsx'
import { useLookBy } from './use-look-by.ts'

interface Props {
  set: QuestionSet
  wantsCall: boolean | undefined
  onCall: (isWanted: boolean) => void
}

/** At once, with or without a signal, before anything is sent (domain.md 8, item-9 rule b). The questions go on after it. */
export function Support({ set, wantsCall, onCall }: Props) {
  const words = useWords()
  const say = words.questions
  const helpList = useHelpList()
  const { isClosed, opens } = useLookBy(set)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus()
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={panel} className="questions__support" tabIndex={-1} aria-label={words.app.help}>
      <p className="questions__thanks">{say.thanks}</p>
      {isClosed && <p>{opens ? say.readAt(opens) : say.readLater}</p>}
      <HelpRows
        lines={linesFor(helpList)
          .filter((line) => !line.isMore)
          .slice(0, 3)}
        label={words.app.help}
      />
      <LinkButton href="/plan/safety" block>
        {say.openPlan}
      </LinkButton>
      <p className="questions__call">{say.wouldLikeCall}</p>
      {wantsCall === undefined ? (
        <div className="questions__yes-no">
          <Button onClick={() => onCall(true)}>{say.yes}</Button>
          <Button onClick={() => onCall(false)}>{say.notNow}</Button>
        </div>
      ) : (
        <p role="status">{wantsCall ? say.callNoted : say.noCall}</p>
      )}
    </section>
  )
}
