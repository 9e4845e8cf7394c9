import { Clock, Moon, Phone } from 'lucide-react'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import { type ReplyPromiseWords, words } from './words.ts'
import './reply-promise.css'

/** What the team's hours allow us to promise (domain.md 4.4). `when` and `opens` carry their own preposition: “by 4pm tomorrow”, “at 9am on Monday”. */
export type Promised =
  | { kind: 'by'; when: string }
  | { kind: 'closed'; team: string; opens: string; when: string }
  | { kind: 'holiday'; holiday: string; team: string; opens: string; when: string }
  | { kind: 'late' }
  | { kind: 'nobody'; when: string }
  | { kind: 'unknown'; phone: string }

export interface ReplyPromiseProps {
  promise: Promised
  words?: Partial<ReplyPromiseWords>
}

/** Stands above the composer, before and after sending alike. */
export function ReplyPromise({ promise, words: given }: ReplyPromiseProps) {
  const say = usePieceWords('replyPromise', words, given)
  const icon =
    promise.kind === 'unknown' ? Phone : promise.kind === 'closed' || promise.kind === 'holiday' ? Moon : Clock
  return (
    <p className="wf-reply-promise" data-kind={promise.kind}>
      <Icon of={icon} small />
      <span>{sentence(promise, say)}</span>
    </p>
  )
}

function sentence(promise: Promised, say: ReplyPromiseWords): string {
  switch (promise.kind) {
    case 'by':
      return say.by(promise.when)
    case 'closed':
      return say.closed(promise.team, promise.opens, promise.when)
    case 'holiday':
      return say.holiday(promise.holiday, promise.team, promise.opens, promise.when)
    case 'late':
      return say.late
    case 'nobody':
      return say.nobody(promise.when)
    case 'unknown':
      return say.unknown(promise.phone)
  }
}
