import type { Message } from '@weft/contract/conversations/shapes.ts'
import { holdsWorryingWords } from '@weft/contract/conversations/worrying-words.ts'
import { useMemo, useRef, useState } from 'react'
import { isMine } from './thread-items.ts'
import type { unsentMessages } from './unsent-messages.ts'

interface Said {
  id: string
  text: string
}

/**
 * Whether somebody has just written, here and while they look, what may say that things are very hard: at once, with a signal or without,
 * whatever becomes of the message. What stood there before says nothing, nor do earlier pages.
 */
export function useWorry(
  messages: readonly Message[],
  unsent: ReturnType<typeof unsentMessages>,
  me: { accountId: string; hat: string },
): { isShown: boolean; close: () => void } {
  const [closed, setClosed] = useState<string>()
  const said = useMemo(
    (): Said[] => [
      ...messages.filter((one) => isMine(one.author, me)).map((one) => ({ id: one.messageId, text: one.body })),
      ...unsent.map((one) => ({ id: one.messageId, text: one.body })),
    ],
    [messages, unsent, me],
  )
  const last = messages.at(-1)?.number ?? 0
  const before = useRef<{ number: number; texts: Map<string, string> }>(undefined)
  before.current ??= { number: last, texts: new Map(said.map(({ id, text }) => [id, text])) }
  const { number, texts } = before.current
  const early = useMemo(
    () => new Set(messages.filter((one) => one.number <= number).map((one) => one.messageId)),
    [messages, number],
  )
  const worrying = useMemo(
    () =>
      said.findLast(({ id, text }) => {
        const isNew = texts.has(id) ? texts.get(id) !== text : !early.has(id)
        return isNew && holdsWorryingWords(text)
      }),
    [said, texts, early],
  )
  const key = worrying && `${worrying.id} ${worrying.text}`
  return { isShown: key !== undefined && key !== closed, close: () => setClosed(key) }
}
