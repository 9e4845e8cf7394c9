import { Checkbox } from '@weft/ui/choice/choice.tsx'
import { useWords } from '../../words/words-provider.tsx'

interface Props {
  isShared: boolean
  onChange: (isShared: boolean) => void
}

/** On a device that others use too the session is short and nothing of the server's is kept. */
export function SharedDevice({ isShared, onChange }: Props) {
  const words = useWords()
  return (
    <Checkbox
      label={words.signIn.shared}
      hint={words.signIn.sharedHint}
      checked={isShared}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}
