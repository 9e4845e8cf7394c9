import type { Message } from '@weft/contract/conversations/shapes.ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createDrafts, type Draft } from '../../device/drafts.ts'
import { useStay } from '../../shell/session.tsx'

/** What the box is for: something new, or putting one's own message right. */
export type Task = { kind: 'new' } | { kind: 'edit' | 'correct'; message: Message; text: string }

const fresh: Task = { kind: 'new' }

/**
 * The words begun in a conversation. They are kept on the device at each pause, with what they answer, and come back whatever
 * happened in between: a reload, a sign-out, an edit of another message.
 */
export function useComposing(conversationId: string) {
  const { rows } = useStay()
  const drafts = useMemo(() => createDrafts(rows), [rows])
  const [draft, setDraft] = useState<Draft>()
  const [task, setTask] = useState<Task>(fresh)
  /** Changes whenever the box must start from other words. */
  const [turn, setTurn] = useState(0)
  const latest = useRef<Draft>({ text: '' })

  useEffect(() => {
    let isHere = true
    const start = (kept: Draft) => {
      if (!isHere) return
      latest.current = kept
      setDraft(kept)
      setTask(fresh)
      setTurn((before) => before + 1)
    }
    drafts.get(conversationId).then(
      (kept) => start(kept ?? { text: '' }),
      () => start({ text: '' }),
    )
    return () => {
      isHere = false
    }
  }, [drafts, conversationId])

  const keep = useCallback(
    (change: Partial<Draft>) => {
      latest.current = { ...latest.current, ...change }
      setDraft(latest.current)
      return drafts.put(conversationId, latest.current).catch(() => {})
    },
    [drafts, conversationId],
  )
  const take = useCallback((next: Task) => {
    setTask(next)
    setTurn((before) => before + 1)
  }, [])

  return {
    /** `undefined` until the device has been asked. */
    draft,
    task,
    turn,
    /** Of a new message only: what is typed into an edit is not a draft. */
    onDraft: (text: string) => task.kind === 'new' && void keep({ text }),
    replyTo: (replyToId: string | undefined) => void keep({ replyToId }),
    keepFromPerson: (isOn: boolean) => void keep({ keepFromPerson: isOn || undefined }),
    /** After a send: the next message answers nothing. */
    sent: () => void keep({ text: '', replyToId: undefined }),
    /** Puts words back into the box, in front of what was begun there. */
    restore(text: string) {
      void keep({ text: [text, latest.current.text].filter(Boolean).join('\n\n') })
      take(fresh)
    },
    begin: take,
    stop: () => take(fresh),
  }
}

export type Composing = ReturnType<typeof useComposing>
