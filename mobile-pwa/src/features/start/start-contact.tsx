import { useWords } from '../../words/words-provider.tsx'
import { ContactRules } from '../settings/contact-rules.tsx'
import type { CardProps } from './start.tsx'

export function StartContact({ onDone }: CardProps) {
  const words = useWords()
  return (
    <>
      <p className="form__intro">{words.contact.intro}</p>
      <ContactRules act={words.start.continue} onSaved={onDone} />
    </>
  )
}
