import { Button } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import type { ReactNode } from 'react'
import { useWords } from '../../words/words-provider.tsx'

interface ChooseProps {
  mine: ReactNode
  other: ReactNode
  onMine: () => void
  onOther: () => void
  /** For lists, of which both fit. */
  onBoth?: () => void
}

/** What was changed on two devices, both whole, and a choice. Neither goes before it was made. */
export function Choose({ mine, other, onMine, onOther, onBoth }: ChooseProps) {
  const say = useWords().plan.conflict
  return (
    <section className="plan__part">
      <Notice tone="warn" title={say.title}>
        <p>{say.body}</p>
      </Notice>
      <Card title={say.mine} titleLevel={3} action={<Button onClick={onMine}>{say.keepMine}</Button>}>
        {mine}
      </Card>
      <Card title={say.other} titleLevel={3} action={<Button onClick={onOther}>{say.keepOther}</Button>}>
        {other}
      </Card>
      {onBoth && <Button onClick={onBoth}>{say.keepBoth}</Button>}
    </section>
  )
}
