import { Check, CheckCheck, CircleAlert, Clock, CloudOff, type LucideIcon } from 'lucide-react'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import { type SendMarkWords, words } from './words.ts'
import './send-mark.css'

/** Where something written on this device has got to (experience.md 5.4). `sent` means stored by the server, never less. */
export type SendState = 'waiting' | 'sending' | 'sent' | 'seen' | 'not-sent' | 'refused'

export interface SendActs {
  onEdit?: () => void
  onDelete?: () => void
  onTryAgain?: () => void
  onCopy?: () => void
  onOtherWays?: () => void
}

export interface SendMarkProps {
  state: SendState
  /** “11:52pm”; needed by `sent` and `seen`. */
  time?: string
  /** Why it was not sent, in plain words: “It is too long.” */
  reason?: string
  acts?: SendActs
  words?: Partial<SendMarkWords>
}

const icons: Record<SendState, LucideIcon> = {
  waiting: CloudOff,
  sending: Clock,
  sent: Check,
  seen: CheckCheck,
  'not-sent': CircleAlert,
  refused: CircleAlert,
}

/** What may be done about it; acts on something already stored live in the message's own menu. */
const actsOf: Record<SendState, { on: keyof SendActs; word: 'edit' | 'delete' | 'tryAgain' | 'copy' | 'otherWays' }[]> =
  {
    waiting: [
      { on: 'onEdit', word: 'edit' },
      { on: 'onDelete', word: 'delete' },
    ],
    sending: [],
    sent: [],
    seen: [],
    'not-sent': [
      { on: 'onTryAgain', word: 'tryAgain' },
      { on: 'onCopy', word: 'copy' },
      { on: 'onDelete', word: 'delete' },
    ],
    refused: [
      { on: 'onCopy', word: 'copy' },
      { on: 'onOtherWays', word: 'otherWays' },
    ],
  }

/** Not a live region: the announcer says “Sent” and “Not sent” once, this only shows where things stand. */
export function SendMark({ state, time = '', reason, acts = {}, words: given }: SendMarkProps) {
  const say = usePieceWords('sendMark', words, given)
  const sentence: Record<SendState, string> = {
    waiting: say.waiting,
    sending: say.sending,
    sent: say.sent(time),
    seen: say.seen(time),
    'not-sent': reason ? `${say.notSent} ${reason}` : say.notSent,
    refused: say.refused,
  }
  const offered = actsOf[state].filter((act) => acts[act.on] !== undefined)
  return (
    <span className="wf-send-mark" data-state={state}>
      <span className="wf-send-mark__words">
        <Icon of={icons[state]} small />
        {sentence[state]}
      </span>
      {offered.length > 0 && (
        <span className="wf-send-mark__acts">
          {offered.map(({ on, word }) => (
            <button key={on} type="button" onClick={acts[on]}>
              {say[word]}
            </button>
          ))}
        </span>
      )}
    </span>
  )
}
