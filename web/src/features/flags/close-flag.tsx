import {
  closeFlag,
  FLAG_NOTE_MAX,
  type FlagOutcome,
  flagOutcomes,
  type RiskFlag,
} from '@weft/contract/conversations/flags.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'

interface CloseFlagProps {
  flag: RiskFlag
  personName: string
  onDone: () => void
}

/** A flag closes only with what came of it, in the name of whoever closes it. */
export function CloseFlag({ flag, personName, onDone }: CloseFlagProps) {
  const { flags: words, conversation } = useWords()
  const toast = useToast()
  const [outcome, setOutcome] = useState<FlagOutcome | null>(null)
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { conversationId, flagId } = flag
  const isTooLong = codePoints(note.trim()) > FLAG_NOTE_MAX

  const act = async () => {
    if (!outcome) return setMissing(true)
    if (isTooLong) return
    setBusy(true)
    try {
      await call(closeFlag, { conversationId, flagId, outcome, ...(note.trim() && { note: note.trim() }) })
      toast({ text: words.closed })
      onDone()
    } catch (error) {
      const isGone = codeOf(error) === 'wrong-state'
      toast({ text: isGone ? words.closedAlready : conversation.problem })
      if (isGone) onDone()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Confirm
      title={words.closeTitle(personName)}
      act={words.closeYes}
      stay={words.closeNo}
      busy={isBusy ? words.closing : undefined}
      onAct={() => void act()}
      onStay={onDone}
    >
      <div className="close-flag">
        <RadioGroup
          legend={words.outcome}
          error={isMissing && !outcome ? words.outcomeMissing : undefined}
          value={outcome}
          onChange={setOutcome}
          options={flagOutcomes.map((value) => ({ value, label: words.outcomes[value] }))}
        />
        <TextArea
          label={words.note}
          isOptional
          maxLength={FLAG_NOTE_MAX}
          error={isTooLong ? words.noteTooLong : undefined}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Confirm>
  )
}
