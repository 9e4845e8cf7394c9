import { Send } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type ReactNode, type Ref, useId, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import { usePieceWords } from '../language/language.tsx'
import { useDraft } from './use-draft.ts'
import { useGrowth } from './use-growth.ts'
import { type ComposerWords, words } from './words.ts'
import './composer.css'

export interface ComposerProps {
  /** A saved draft. Give the composer a `key` per conversation, so each starts from its own. */
  initialText?: string
  /** At most this many UTF-16 code units; 5,000 unless told. Longer text is never cut: sending says so. */
  maxLength?: number
  /**
   * Resolves once the message is safely in the device's outbox: only then does the box empty. A rejection keeps
   * the text and says so. The text arrives trimmed at its ends.
   */
  onSend: (text: string) => Promise<void>
  /** After each 300 ms pause, on leaving, and with '' after a send. */
  onDraft?: (text: string) => void
  /** On each change, for “Priya is replying” between staff. */
  onTyping?: () => void
  /** Full notice above the box, a banner, or the reply promise. */
  notice?: ReactNode
  /** Left of the send button: attach, templates. */
  tools?: ReactNode
  /** A staff note: other colour, border and button. */
  tone?: 'note'
  /** Desktop setting. Ctrl or Cmd+Enter always sends. */
  enterSends?: boolean
  /** Merge fields still to fill, and the like: said instead of sending. */
  hold?: string
  /** `send` is the button's word: “Send”, “Send to Denise”, “Save note, staff only”. */
  words?: Partial<ComposerWords>
  boxRef?: Ref<HTMLTextAreaElement>
}

const lengthShownFrom = 0.75

export function Composer({
  initialText = '',
  maxLength = 5_000,
  onSend,
  onDraft,
  onTyping,
  notice,
  tools,
  tone,
  enterSends,
  hold,
  words: given,
  boxRef,
}: ComposerProps) {
  const say = usePieceWords('composer', words, given)
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(initialText)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const draft = useDraft(onDraft, initialText)
  useGrowth(box, text)
  const left = maxLength - text.length

  const change = (next: string) => {
    setText(next)
    setProblem(undefined)
    draft.changed(next)
    onTyping?.()
  }

  const refuse = (reason: string) => {
    setProblem(reason)
    box.current?.focus()
  }

  const send = async () => {
    if (busy) return
    if (text.trim() === '') return refuse(say.blank)
    if (left < 0) return refuse(say.tooLong(-left))
    if (hold) return refuse(hold)
    setBusy(true)
    try {
      await onSend(text.trim())
      // Whatever was typed while it was being kept belongs to the next message.
      const now = box.current?.value ?? ''
      change(now.startsWith(text) ? now.slice(text.length) : now)
      draft.flush()
    } catch {
      refuse(say.notKept)
    } finally {
      setBusy(false)
    }
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    const asked = event.ctrlKey || event.metaKey || (enterSends && !event.shiftKey && !event.altKey)
    if (!asked) return
    event.preventDefault()
    void send()
  }

  const described = [problem && `${id}-problem`, text.length >= maxLength * lengthShownFrom && `${id}-count`]
  return (
    <form className="wf-composer" data-tone={tone} onSubmit={submit} noValidate>
      {notice && <div className="wf-composer__notice">{notice}</div>}
      <label className="wf-composer__label" htmlFor={id}>
        {say.label}
      </label>
      {problem && (
        <p className="wf-composer__problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div className="wf-composer__line">
        <textarea
          ref={(element) => {
            box.current = element
            if (typeof boxRef === 'function') return boxRef(element)
            if (boxRef) boxRef.current = element
          }}
          id={id}
          className="wf-composer__box"
          value={text}
          rows={1}
          dir="auto"
          autoComplete="off"
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          aria-invalid={problem ? true : undefined}
          enterKeyHint={enterSends ? 'send' : 'enter'}
          onChange={(event) => change(event.target.value)}
          onKeyDown={press}
        />
        <div className="wf-composer__acts">
          {tools}
          <Button
            type="submit"
            kind="primary"
            icon={tone ? undefined : Send}
            mirrorIcon
            busy={busy ? say.send : undefined}
          >
            {say.send}
          </Button>
        </div>
      </div>
      {text.length >= maxLength * lengthShownFrom && (
        <p className="wf-composer__count" id={`${id}-count`} data-over={left < 0 || undefined}>
          {left < 0 ? say.over(-left) : say.left(left)}
        </p>
      )}
    </form>
  )
}
