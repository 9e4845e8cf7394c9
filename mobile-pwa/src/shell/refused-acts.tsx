import type { OutboxItem } from '@weft/channels/client'
import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useWords } from '../words/words-provider.tsx'
import { isLeftToSay, type LeftNoun } from './left-to-say.ts'
import { useOwned } from './own.tsx'
import { nounOf, placeOf } from './unsent.ts'
import './refused-acts.css'

/** Acts of this device that the server will not have and no screen speaks of, where they were made: one notice a noun. Nothing is dropped but by its writer. */
export default function RefusedActs({ path }: { path: string }) {
  const { refused } = useOwned()
  const here = refused.filter((item) => isLeftToSay(item) && placeOf(item) === path)
  return (
    <div className="refused-acts">
      {[...Map.groupBy(here, nounOf)].map(([noun, items]) => (
        <Refused key={noun} noun={noun as LeftNoun} items={items} />
      ))}
    </div>
  )
}

function Refused({ noun, items }: { noun: LeftNoun; items: readonly OutboxItem[] }) {
  const words = useWords()
  const toast = useToast()
  const { discard } = useOwned()
  const what: Record<LeftNoun, string> = words.refused.what
  const close = () => {
    for (const { id } of items) void discard(id)
  }
  const copy = (text: string) =>
    navigator.clipboard?.writeText(text).then(
      () => toast({ text: words.conversation.copied }),
      () => {}, // the browser said no; the words can still be selected by hand
    )
  return (
    <Notice tone="danger" title={what[noun]} action={<Button onClick={close}>{words.app.close}</Button>}>
      {[...new Set(items.map((item) => whyOf(item, words.refused.why)))].map((why) => (
        <p key={why}>{why}</p>
      ))}
      {items.map((item) => {
        const text = textOf(item)
        return (
          text && (
            <div key={item.id}>
              <p dir="auto" className="refused-acts__text">
                {text}
              </p>
              <Button kind="quiet" onClick={() => void copy(text)}>
                {words.conversation.menu.copy}
              </Button>
            </div>
          )
        )
      })}
    </Notice>
  )
}

interface Why {
  questions: string
  full: string
  other: string
}

function whyOf({ push, problem }: OutboxItem, why: Why): string {
  if (push === 'questions.answer') return why.questions
  const isFull = problem?.code === 'wrong-state' && (push === 'coping.add' || push === 'reminder.add')
  return isFull ? why.full : why.other
}

/** What the person wrote in it. */
const textOf = ({ input }: OutboxItem): string =>
  [input.words, input.text, input.whenToUse, input.trigger].filter((one) => typeof one === 'string').join('\n')
