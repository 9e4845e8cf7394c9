import type { Fixture } from '../fixtures-page/fixture.ts'
import { type SendActs, SendMark } from './send-mark.tsx'

const nothing = () => {}
const all: SendActs = {
  onEdit: nothing,
  onDelete: nothing,
  onTryAgain: nothing,
  onCopy: nothing,
  onOtherWays: nothing,
}

export const fixtures: Fixture[] = [
  { state: 'waiting', show: <SendMark state="waiting" acts={all} /> },
  { state: 'sending', show: <SendMark state="sending" /> },
  { state: 'sent', show: <SendMark state="sent" time="11:52pm" /> },
  { state: 'seen', show: <SendMark state="seen" time="9:04am" /> },
  { state: 'not sent', show: <SendMark state="not-sent" reason="It is longer than 5,000 characters." acts={all} /> },
  { state: 'refused', show: <SendMark state="refused" acts={all} /> },
]
