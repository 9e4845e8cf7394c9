import { Hidden } from '@weft/ui/house-state/house-state.tsx'
import { useWords } from '../../words/words.ts'
import { useTitle } from '../navigation/use-title.ts'

/** Absent, private, revoked, mistyped: one page for all of them. */
export function HiddenPage() {
  const { house } = useWords()
  useTitle(house.notFoundTitle)
  return (
    <div className="page">
      <h1 className="visually-hidden">{house.notFoundTitle}</h1>
      <Hidden homeHref="/" />
    </div>
  )
}
