import { uuidv7 } from '@weft/channels/client'
import { proposeAboutMe } from '@weft/contract/plans/operations.ts'
import { ABOUT_ME_MAX, type AboutMeKey, aboutMeKeys } from '@weft/contract/plans/shapes.ts'
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

/** Wording for About me. It is nothing of the person's until they take it, and whether they do is theirs to say. */
export function ProposeWording({ personId, personName, serviceId, onClose }: Props) {
  const { plan } = useWords()
  const words = plan.propose
  const [proposalId] = useState(() => uuidv7())
  const [key, setKey] = useState<AboutMeKey>('howToTalk')
  const [text, setText] = useState('')
  const check = () => {
    if (!text.trim()) return words.missing
    return codePoints(text.trim()) > ABOUT_ME_MAX ? words.long : undefined
  }
  const offer = () => call(proposeAboutMe, { personId, serviceId, proposalId, key, text: text.trim() })
  return (
    <OfferDialog {...{ words, personName, check, offer, onClose }} className="plan__form">
      {(error, touched) => (
        <>
          <SelectField
            label={words.key}
            value={key}
            options={aboutMeKeys.map((value) => ({ value, label: plan.keys[value] }))}
            onChange={(event) => setKey(event.target.value as AboutMeKey)}
          />
          <TextArea
            label={words.text}
            error={error}
            rows={5}
            maxLength={ABOUT_ME_MAX}
            value={text}
            onChange={(event) => {
              touched()
              setText(event.target.value)
            }}
          />
        </>
      )}
    </OfferDialog>
  )
}
