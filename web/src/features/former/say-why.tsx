import { useQueryClient } from '@tanstack/react-query'
import { uuidv7 } from '@weft/channels/client'
import { sayWhy } from '@weft/contract/access/operations.ts'
import { type Former, type ReadingReason, readingReasons } from '@weft/contract/access/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { deviceZone, localDay } from '../../words/calendar.ts'
import { useWords } from '../../words/words.ts'
import './former.css'

const TEXT_MAX = 300

interface SayWhyProps {
  former: Former
  /** Of the heading: under a page's own, or as the page's own. */
  level: 1 | 2
  /** It may be read now: whatever was refused asks again. */
  onSaid: () => void
}

/** Where somebody's page or thread would stand after the end: who it is, and the one question before it opens. */
export default function SayWhy({ former, level, onSaid }: SayWhyProps) {
  const { former: words, time } = useWords()
  const queries = useQueryClient()
  const [reasonId, setReasonId] = useState(() => uuidv7())
  const [reason, setReason] = useState<ReadingReason | null>(null)
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { personId, serviceId, name, serviceName, endedAt } = former
  const isTextWrong = reason === 'other' && (text.trim() === '' || codePoints(text) > TEXT_MAX)

  const open = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setSaid('')
    if (!reason || isTextWrong || isBusy) return
    setBusy(true)
    try {
      await call(sayWhy, { personId, serviceId, reasonId, reason, ...(reason === 'other' && { text }) })
      void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })
      void queries.invalidateQueries({ queryKey: ['conversations', 'of', personId] })
      document.getElementById('main')?.focus()
      onSaid()
    } catch (error) {
      setSaid(codeOf(error) === 'offline' ? words.offline : words.failed)
    } finally {
      setBusy(false)
    }
  }
  /** Another answer is another act: what was sent before may have arrived although no answer did. */
  const answer =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setReasonId(uuidv7())
    }
  const Heading = `h${level}` as const
  return (
    <form className="say-why" onSubmit={(event) => void open(event)} noValidate>
      <Heading ref={heading} tabIndex={-1}>
        {words.title(name, serviceName, endedAt && time.date(localDay(endedAt, deviceZone())))}
      </Heading>
      <p>{words.lead}</p>
      <p className="say-why__seen">{words.seen(name)}</p>
      <RadioGroup
        legend={words.reason}
        error={isTried && !reason ? words.missing : undefined}
        value={reason}
        onChange={answer(setReason)}
        options={readingReasons.map((value) => ({ value, label: words.reasons[value] }))}
      />
      {reason === 'other' && (
        <TextArea
          label={words.words}
          hint={words.wordsHint(name)}
          maxLength={TEXT_MAX}
          error={isTried && isTextWrong ? words.wordsMissing : undefined}
          value={text}
          onChange={(event) => answer(setText)(event.target.value)}
        />
      )}
      <Button type="submit" kind="primary" busy={isBusy ? words.opening : undefined}>
        {words.open}
      </Button>
      <p role="status">{said}</p>
    </form>
  )
}
