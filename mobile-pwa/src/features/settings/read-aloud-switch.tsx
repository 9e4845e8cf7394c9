import { Switch } from '@weft/ui/choice/choice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { chooseReadingAloud, useReadsAloud } from '../../shell/reads-aloud.ts'
import { useWords } from '../../words/words-provider.tsx'
import { useHasVoice } from '../read-aloud/voices.ts'

/** Absent where nothing here can speak at all; where it can, but not this language, it says so. */
export function ReadAloudSwitch() {
  const words = useWords()
  const say = words.readAloud
  const toast = useToast()
  const isOn = useReadsAloud()
  const hasVoice = useHasVoice(words.language.code)
  if (!('speechSynthesis' in globalThis)) return null
  if (!hasVoice && !isOn) return <p className="form__intro">{`${say.title}: ${say.noVoice}`}</p>
  const choose = (value: boolean) => {
    try {
      chooseReadingAloud(value)
      toast({ text: words.app.saved })
    } catch {
      toast({ text: words.settings.notSaved })
    }
  }
  return <Switch label={say.title} hint={hasVoice ? say.hint : say.noVoice} isOn={isOn} onChange={choose} />
}
