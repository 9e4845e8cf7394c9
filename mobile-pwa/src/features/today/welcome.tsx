import { LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { useWords } from '../../words/words-provider.tsx'

/** For somebody who has no service and nothing of their own yet. */
export function Welcome({ today }: { today: string }) {
  const words = useWords()
  return (
    <Card
      title={words.today.welcomeTitle}
      action={
        <>
          <LinkButton kind="primary" block href={`/track/sleep/${today}`}>
            {words.today.logSleep}
          </LinkButton>
          <HaveCode />
        </>
      }
    >
      <p>{words.today.welcome}</p>
    </Card>
  )
}

/** The way to a service, for as long as there is none. */
export function HaveCode() {
  const words = useWords()
  return (
    <LinkButton kind="quiet" block href="/invite">
      {words.messages.haveCode}
    </LinkButton>
  )
}
