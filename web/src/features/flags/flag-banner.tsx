import { acknowledgeFlag, type RiskFlag } from '@weft/contract/conversations/flags.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { deviceZone } from '../../words/calendar.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords } from '../../words/words.ts'
import { CloseFlag } from './close-flag.tsx'
import { useAskFlagsAgain } from './use-flags.ts'
import './flags.css'

interface FlagBannerProps {
  flags: readonly RiskFlag[]
  personName: string
}

/** Somebody may be at risk: who has taken it up, and the way to close it. What set it off is read by whoever is named to. */
export function FlagBanner({ flags, personName }: FlagBannerProps) {
  return flags.map((flag) => <OneFlag key={flag.flagId} flag={flag} personName={personName} />)
}

function OneFlag({ flag, personName }: { flag: RiskFlag; personName: string }) {
  const { flags: words, time, conversation } = useWords()
  const toast = useToast()
  const now = useNow()
  const askAgain = useAskFlagsAgain()
  const [isClosing, setClosing] = useState(false)
  const { conversationId, flagId, acknowledged } = flag

  const takeUp = async () => {
    try {
      await call(acknowledgeFlag, { conversationId, flagId })
    } catch (error) {
      toast({ text: codeOf(error) === 'wrong-state' ? words.closedAlready : conversation.problem })
    }
    askAgain()
  }
  return (
    <Notice
      tone={flag.level === 'urgent' ? 'danger' : 'warn'}
      icon={Flag}
      title={words.title[flag.level](personName)}
      action={
        <>
          {!acknowledged && (
            <Button kind="primary" onClick={() => void takeUp()}>
              {words.takeUp}
            </Button>
          )}
          <Button onClick={() => setClosing(true)}>{words.close}</Button>
        </>
      }
    >
      <p>
        {words.opened(words.source[flag.source], time.inList(flag.openedAt, deviceZone(), now))}{' '}
        {words.within[flag.level]}
      </p>
      {flag.wantsCall && <p>{words.wantsCall(personName)}</p>}
      {acknowledged && <p>{words.takenUp(acknowledged.by, time.inList(acknowledged.at, deviceZone(), now))}</p>}
      {isClosing && (
        <CloseFlag
          flag={flag}
          personName={personName}
          onDone={() => {
            setClosing(false)
            askAgain()
          }}
        />
      )}
    </Notice>
  )
}
