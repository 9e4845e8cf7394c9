import { Button } from '@weft/ui/button/button.tsx'
import { useWords } from '../words/words.ts'
import { useTitle } from './navigation/use-title.ts'
import { FrontPage } from './sign-in/front-page.tsx'

/** Nothing answered: not the same as being signed out, and tried again by itself. */
export function Unreachable({ onTryAgain }: { onTryAgain: () => void }) {
  const { shell } = useWords()
  useTitle(shell.unreachable)
  return (
    <FrontPage title={shell.unreachable}>
      <p>{shell.unreachableHint}</p>
      <Button onClick={onTryAgain}>{shell.tryAgain}</Button>
    </FrontPage>
  )
}
