import { Hidden } from '@weft/ui/house-state/house-state.tsx'
import { useWords } from '../words/words-provider.tsx'

/** Absent, private, revoked or mistyped: one page for all four. */
export function NotHere({ isTitled }: { isTitled?: boolean }) {
  const words = useWords()
  return (
    <Hidden
      homeHref="/today"
      isTitled={isTitled}
      words={{ hidden: words.problem.hiddenTitle, hiddenWhy: words.problem.hidden, home: words.app.home }}
    />
  )
}
