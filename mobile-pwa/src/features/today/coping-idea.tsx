import { copingInOrder } from '@weft/contract/plans/slice.ts'
import type { Tip } from '@weft/contract/tips/shapes.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { Link } from '@weft/ui/link/link.tsx'
import { useEffect, useState } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useStay } from '../../shell/session.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { keptTips } from '../tips/saved-tips.ts'

/** One idea of their own, another each day; a tip that they saved for whoever has written none. */
export function CopingIdea({ day }: { day: string }) {
  const words = useWords()
  const ideas = copingInOrder(useOwn('plans').slice.coping)
  const idea = ofDay(ideas, day)
  if (!idea) return <SavedTip day={day} />
  return (
    <Card
      title={words.today.idea}
      action={
        <LinkButton kind="quiet" href="/plan">
          {words.today.openPlan}
        </LinkButton>
      }
    >
      <p>
        <bdi dir="auto">{idea.words}</bdi>
      </p>
    </Card>
  )
}

/** Of those that this device keeps, so that it needs no signal. */
function SavedTip({ day }: { day: string }) {
  const words = useWords()
  const { rows } = useStay()
  const { saved } = useOwn('tips').slice
  const [kept, setKept] = useState<readonly Tip[]>([])
  useEffect(() => {
    void keptTips(rows).then(setKept, () => {})
  }, [rows])

  const tip = ofDay(
    kept.filter((one) => saved.some(({ contentId }) => contentId === one.contentId)),
    day,
  )
  if (!tip) return null
  return (
    <Card title={words.today.idea}>
      <p>
        <Link href={`/tips/${tip.slug}`} lang={tip.language === words.language.code ? undefined : tip.language}>
          <bdi dir="auto">{tip.title}</bdi>
        </Link>
      </p>
    </Card>
  )
}

const ofDay = <One,>(all: readonly One[], day: string): One | undefined =>
  all[Math.floor(Date.parse(day) / 86_400_000) % all.length]
