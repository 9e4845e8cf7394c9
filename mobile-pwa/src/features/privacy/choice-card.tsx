import { LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { useWords } from '../../words/words-provider.tsx'

/** Says on Today that a choice waits, and not whose it is or about what: the screen is seen by whoever is near. */
export default function ChoiceCard() {
  const words = useWords()
  const say = words.privacyCentre.choices
  return (
    <Card title={say.waiting} action={<LinkButton href="/privacy">{words.today.look}</LinkButton>}>
      <p>{say.nothingChanges}</p>
    </Card>
  )
}
