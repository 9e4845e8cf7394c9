import { type Help, helps } from '@weft/contract/own/choices.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { CheckboxGroup } from '@weft/ui/choice/choice.tsx'
import { useState } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import type { CardProps } from './start.tsx'

/** What they choose appears on Today. */
export function StartHelp({ onDone }: CardProps) {
  const words = useWords()
  const { slice, push } = useOwn('choices')
  const [picked, setPicked] = useState<readonly Help[]>()
  const chosen = picked ?? slice.helpWith ?? []

  const save = async () => {
    if (picked) await push('choices.change', { helpWith: [...picked] })
    onDone()
  }
  return (
    <>
      <CheckboxGroup
        legend={words.start.help}
        hint={words.start.helpHint}
        value={chosen}
        onChange={setPicked}
        options={helps.map((value) => ({ value, label: words.start.helps[value] }))}
      />
      <Button kind="primary" block onClick={save}>
        {words.start.continue}
      </Button>
    </>
  )
}
