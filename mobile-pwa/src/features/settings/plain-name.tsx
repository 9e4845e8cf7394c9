import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { install, useInstalling } from '../../shell/install.ts'
import { choosePlain, plainName, usePlain } from '../../shell/plain-name.ts'
import { englishNow } from '../../words/words.ts'
import { useWords } from '../../words/words-provider.tsx'
import './settings.css'

/** Another name and icon for those who see the screen (experience.md P24). Of this device, and there before anybody signs in. */
export default function PlainName() {
  const words = useWords()
  const say = words.appLock.name
  const toast = useToast()
  const isPlain = usePlain()
  const installing = useInstalling()
  const [isChanged, setChanged] = useState(false)
  useScreen({ title: say.title, back: '/settings' })

  const choose = (value: 'usual' | 'plain') => {
    try {
      choosePlain(value === 'plain')
      setChanged(true)
      toast({ text: words.app.saved })
    } catch {
      toast({ text: words.settings.notSaved })
    }
  }
  const add =
    installing === 'offer' ? <Button onClick={() => void install()}>{say.add(words.app.name)}</Button> : undefined
  return (
    <div className="settings">
      <RadioGroup
        legend={say.legend}
        value={isPlain ? 'plain' : 'usual'}
        onChange={choose}
        options={[
          { value: 'usual', label: say.usual(englishNow().app.name) },
          { value: 'plain', label: say.plain(plainName), hint: say.plainHint },
        ]}
      />
      <Notice tone={isChanged ? 'warn' : 'info'} title={say.again} action={add}>
        <p>{say.steps}</p>
        {installing === 'by-hand' && <p>{words.settings.installIos}</p>}
      </Notice>
      <p className="form__intro">{say.inside}</p>
    </div>
  )
}
