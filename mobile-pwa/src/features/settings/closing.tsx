import { keepAccount } from '@weft/contract/my-data/operations.ts'
import { getSession } from '@weft/contract/people/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { go } from '../../shell/router.tsx'
import { useSessions } from '../../shell/session.tsx'
import { call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { needsProof, ProveIt } from './prove-it.tsx'
import '../../shell/form.css'

/** All that somebody sees whose account is being closed: until when, and the way back. */
export default function Closing({ erasedAt }: { erasedAt: string }) {
  const words = useWords()
  const say = words.myData.closing
  const dates = useDates()
  const toast = useToast()
  const { accept, leave } = useSessions()
  const [isBusy, setBusy] = useState(false)
  const [isUnproven, setUnproven] = useState(false)
  useScreen({ title: say.title })

  const keep = async () => {
    setUnproven(false)
    setBusy(true)
    try {
      await call(keepAccount, {})
      await accept(await call(getSession, {}))
      toast({ text: say.kept })
      go('/today', { replace: true })
    } catch (error) {
      if (needsProof(error)) setUnproven(true)
      else toast({ text: problemWords(error, words) })
    } finally {
      setBusy(false)
    }
  }
  if (isUnproven) return <ProveIt onProven={() => void keep()} onStop={() => setUnproven(false)} />
  return (
    <div className="form">
      <Notice tone="warn" title={say.erasedOn(dates.date(erasedAt))}>
        <p>{say.nothing}</p>
      </Notice>
      <p>{say.back}</p>
      <Button kind="primary" block busy={isBusy ? say.keeping : undefined} onClick={() => void keep()}>
        {say.keep}
      </Button>
      <Button block onClick={() => void leave()}>
        {say.signOut}
      </Button>
    </div>
  )
}
