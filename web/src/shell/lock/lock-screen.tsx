import { SessionEnded } from '@weft/ui/lock/lock.tsx'
import { useEffect } from 'react'
import { useWords } from '../../words/words.ts'
import { useTitle } from '../navigation/use-title.ts'
import { SignInForm } from '../sign-in/sign-in-form.tsx'

/** Over everything, in place: whoever comes back finds the same page, scroll, focus and words. */
export function LockScreen() {
  const { lock } = useWords()
  // The page below has said its title already, and will not again.
  useEffect(() => {
    const before = document.title
    return () => {
      document.title = before
    }
  }, [])
  useTitle(lock.title)
  return (
    <SessionEnded>
      <SignInForm />
    </SessionEnded>
  )
}
