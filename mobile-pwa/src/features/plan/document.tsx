import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { PrintButton } from './print-button.tsx'

/** A text of which somebody has one. */
type Document = 'safetyPlan' | 'aboutMe'
const scopes = { safetyPlan: 'safety_plan', aboutMe: 'about_me' } as const

function useDeleting(document: Document) {
  const { plan: say } = useWords()
  const toast = useToast()
  const { push } = useOwn('plans')
  const restore = async () => {
    await push(`${document}.restore`, {})
    toast({ text: say.restored })
  }
  const remove = async () => {
    await push(`${document}.delete`, {})
    toast({ text: say.deleted, onUndo: () => void restore() })
  }
  return { restore, remove }
}

/** In place of one that was deleted, for as long as it can be had back. */
export function Deleted({ document, children }: { document: Document; children: ReactNode }) {
  const { plan: say } = useWords()
  const { restore } = useDeleting(document)
  return (
    <Notice tone="info" action={<Button onClick={() => void restore()}>{say.restore}</Button>}>
      <p>{children}</p>
    </Notice>
  )
}

/** Below one: who sees it, print, `children` (its earlier versions), delete. */
export function DocumentFoot({ document, children }: { document: Document; children: ReactNode }) {
  const { plan: say } = useWords()
  const { remove } = useDeleting(document)
  return (
    <>
      <ShareLine scope={scopes[document]} />
      <PrintButton />
      {children}
      <div className="plan__acts">
        <Button icon={Trash2} onClick={() => void remove()}>
          {say.delete}
        </Button>
      </div>
    </>
  )
}
