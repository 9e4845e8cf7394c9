import { Button } from '@weft/ui/button/button.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Lock, Users } from 'lucide-react'
import { useWords } from '../../words/words-provider.tsx'
import type { CardProps } from './start.tsx'

/** The two-line picture of who can see what. */
export function StartPrivacy({ onDone }: CardProps) {
  const words = useWords()
  const { mine, team, more, finish } = words.start
  return (
    <>
      <RowList label={words.start.privacyTitle}>
        <ListRow icon={Lock} title={mine.what} detail={mine.who} />
        <ListRow icon={Users} title={team.what} detail={team.who} />
      </RowList>
      <p className="form__intro">{more}</p>
      <Button kind="primary" block onClick={onDone}>
        {finish}
      </Button>
    </>
  )
}
