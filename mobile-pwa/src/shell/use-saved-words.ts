import { useWords } from '../words/words-provider.tsx'
import { useOwned } from './own.tsx'
import { isHeldUp } from './unsent.ts'
import { useOnline } from './use-online.ts'

/** Whether what is saved now stays on this device for the time being. */
export function useHeld(): boolean {
  const isOnline = useOnline()
  const { waiting } = useOwned()
  return !isOnline || waiting.some((item) => isHeldUp(item, isOnline))
}

/** What is said of something of one's own that was saved. */
export function useSavedWords(): string {
  const { app } = useWords()
  return useHeld() ? app.savedHere : app.saved
}
