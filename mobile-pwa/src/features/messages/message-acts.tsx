import type { ConversationHead } from '@weft/contract/conversations/shapes.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { HelpRows } from '@weft/ui/help-panel/help-panel.tsx'
import { Phone } from 'lucide-react'
import { useHelpList } from '../../shell/help.ts'
import { useWords } from '../../words/words-provider.tsx'
import type { useMessageActs } from './use-message-acts.ts'

/** The named confirms of a thread: withdrawing, deleting what was never sent, and other ways than a closed conversation. */
export function MessageActs({
  acts,
  asked,
  stay,
  head,
}: ReturnType<typeof useMessageActs> & { head: ConversationHead }) {
  const words = useWords()
  const say = words.conversation
  const helpList = useHelpList()
  if (!asked) return null
  if (asked.act === 'withdraw') {
    return (
      <Confirm
        title={say.withdrawTitle}
        act={say.withdrawYes}
        stay={say.withdrawNo}
        onAct={() => void acts.withdraw(asked.message)}
        onStay={stay}
        isDanger
      >
        <p>{say.withdrawBody(head.serviceName)}</p>
      </Confirm>
    )
  }
  if (asked.act === 'delete') {
    return (
      <Confirm
        title={say.deleteTitle}
        act={say.deleteYes}
        stay={say.deleteNo}
        onAct={() => acts.discard(asked.itemId)}
        onStay={stay}
        isDanger
      >
        <p>{say.deleteBody}</p>
      </Confirm>
    )
  }
  return (
    <Dialog title={say.otherWays} shape="sheet" onClose={stay} words={{ close: words.app.close }}>
      <div className="conversation__ways">
        <LinkButton icon={Phone} href={`tel:${head.phone.replaceAll(/[^\d+]/g, '')}`} block>
          {say.call(head.phone)}
        </LinkButton>
        <HelpRows lines={helpList.lines.slice(0, 3)} label={words.app.help} />
      </div>
    </Dialog>
  )
}
