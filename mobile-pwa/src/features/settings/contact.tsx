import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { ContactChanges } from './contact-changes.tsx'
import { ContactRules } from './contact-rules.tsx'
import '../../shell/form.css'

/** Contact that is safe (experience.md P24). */
export default function Contact() {
  const words = useWords()
  const toast = useToast()
  const [saves, setSaves] = useState(0)
  useScreen({ title: words.contact.title, back: '/settings' })
  return (
    <div className="form">
      <p className="form__intro">{words.contact.intro}</p>
      <ContactRules
        act={words.contact.save}
        onSaved={() => {
          toast({ text: words.app.saved })
          setSaves((before) => before + 1)
        }}
      />
      <ContactChanges key={saves} />
    </div>
  )
}
