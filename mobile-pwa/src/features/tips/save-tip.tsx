import type { Tip } from '@weft/contract/tips/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { Bookmark, BookmarkCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useStay } from '../../shell/session.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { keepTip } from './kept-tips.ts'

/** Saves a tip for its reader alone, with its words, so that it opens with no signal. */
export default function SaveTip({ tip }: { tip: Tip }) {
  const { tips: say } = useWords()
  const { slice, push } = useOwn('tips')
  const { rows } = useStay()
  const toast = useToast()
  const { contentId } = tip
  const isSaved = slice.saved.some((one) => one.contentId === contentId)

  useEffect(() => {
    void keepTip(rows, tip, isSaved).catch(() => {}) // no room on the device: it is read from the network
  }, [rows, tip, isSaved])

  const press = async () => {
    await push(isSaved ? 'tip.unsave' : 'tip.save', { contentId })
    toast({ text: isSaved ? say.unsaved : say.saved })
  }
  return (
    <Button
      icon={isSaved ? BookmarkCheck : Bookmark}
      kind={isSaved ? 'secondary' : 'primary'}
      onClick={() => void press()}
    >
      {isSaved ? say.unsave : say.save}
    </Button>
  )
}
