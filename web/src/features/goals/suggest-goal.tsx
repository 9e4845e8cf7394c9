import { uuidv7 } from '@weft/channels/client'
import { GoalType, WHY_MAX, WORDS_MAX } from '@weft/contract/goals/shapes.ts'
import { suggestGoal } from '@weft/contract/goals/team.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useState } from 'react'
import { call } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { OfferDialog } from '../person/offer-dialog.tsx'

interface Props {
  personId: string
  personName: string
  serviceId: string
  onClose: () => void
}

/** A goal in mind for the person. It is nothing of theirs until they say yes, and a no needs no reason. */
export function SuggestGoal({ personId, personName, serviceId, onClose }: Props) {
  const { goals } = useWords()
  const words = goals.form
  const [suggestionId] = useState(() => uuidv7())
  const [text, setText] = useState('')
  const [why, setWhy] = useState('')
  const [type, setType] = useState<GoalType>('other')
  const check = () => {
    if (!text.trim()) return words.missing
    return codePoints(text.trim()) > WORDS_MAX || codePoints(why.trim()) > WHY_MAX ? words.long : undefined
  }
  const said = { words: text.trim(), ...(why.trim() && { why: why.trim() }), type }
  const offer = () => call(suggestGoal, { personId, serviceId, suggestionId, ...said })
  return (
    <OfferDialog {...{ words, personName, check, offer, onClose }} className="goals__form">
      {(error, touched) => (
        <>
          <TextArea
            label={words.words}
            error={error}
            maxLength={WORDS_MAX}
            value={text}
            onChange={(event) => {
              touched()
              setText(event.target.value)
            }}
          />
          <TextArea
            label={words.why}
            isOptional
            rows={2}
            maxLength={WHY_MAX}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
          <SelectField
            label={words.type}
            value={type}
            options={GoalType.options.map((value) => ({ value, label: goals.types[value] }))}
            onChange={(event) => setType(event.target.value as GoalType)}
          />
        </>
      )}
    </OfferDialog>
  )
}
