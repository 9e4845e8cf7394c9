import type { AccessLogLine } from '@weft/contract/audit/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { useMemo } from 'react'
import { createDrafts } from '../../device/drafts.ts'
import { useConversations } from '../../shell/conversations.tsx'
import { go } from '../../shell/router.tsx'
import { useStay } from '../../shell/session.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { sentenceOf } from './log-words.ts'
import { noon } from './saved-copies.tsx'

/** Whom to ask why: the team by message, with the question begun, or whoever looks after privacy where they work. */
export function AskAbout({ line, onClose }: { line: AccessLogLine; onClose: () => void }) {
  const words = useWords()
  const say = words.privacyCentre.log
  const dates = useDates()
  const { rows: stored } = useStay()
  const drafts = useMemo(() => createDrafts(stored), [stored])
  const { rows = [] } = useConversations()
  const thread = rows.find(
    (row) => row.kind === 'person_team' && row.serviceId === line.serviceId && row.state === 'open',
  )
  const what = sentenceOf(line, words.privacy.log)
  const write = async () => {
    if (!thread) return
    const { conversationId } = thread
    const begun = await drafts.get(conversationId).catch(() => undefined)
    // Words begun there already are not touched.
    if (!begun?.text)
      await drafts.put(conversationId, { text: say.draft(what, dates.day(noon(line.on))) }).catch(() => {})
    go(`/messages/${conversationId}`)
  }
  return (
    <Dialog title={say.ask} shape="sheet" onClose={onClose} words={{ close: words.app.close }}>
      <div className="share-sheet">
        <p>{what}</p>
        {thread && (
          <Button kind="primary" block onClick={() => void write()}>
            {say.byMessage(thread.serviceName)}
          </Button>
        )}
        {line.privacyContact ? (
          <p>
            {say.contact(line.organisation)} <bdi dir="auto">{line.privacyContact}</bdi>
          </p>
        ) : (
          !thread && <p>{say.nobody}</p>
        )}
      </div>
    </Dialog>
  )
}
