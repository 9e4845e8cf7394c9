import { Button } from '@weft/ui/button/button.tsx'
import type { ReactNode } from 'react'
import { useWords } from '../../words/words.ts'
import { useTitle } from '../navigation/use-title.ts'
import { FrontPage } from './front-page.tsx'
import { OfflineNotice } from './offline-notice.tsx'

interface Props {
  title: string
  lead?: string
  onBack: () => void
  children: ReactNode
}

/** One step of getting in again; the way back is always last. */
export function HelpPage({ title, lead, onBack, children }: Props) {
  const { signIn } = useWords()
  useTitle(title)
  return (
    <FrontPage title={title} lead={lead} takesFocus>
      <OfflineNotice />
      {children}
      <Button kind="quiet" block onClick={() => onBack()}>
        {signIn.back}
      </Button>
    </FrontPage>
  )
}
