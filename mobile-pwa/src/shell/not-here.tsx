import { Hidden } from '@weft/ui/house-state/house-state.tsx'
import { useWords } from '../words/words-provider.tsx'

/** Absent, private, revoked or mistyped: one page for all four. */
export function NotHere() {
  const words = useWords()
  return (
    <Hidden
      homeHref="/today"
      words={{ hidden: words.problem.hiddenTitle, hiddenWhy: words.problem.hidden, home: words.app.home }}
    />
  )
}
