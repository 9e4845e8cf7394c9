import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { useConversations } from '../../shell/conversations.tsx'
import { useWords } from '../../words/words-provider.tsx'
import type { CardProps } from './start.tsx'

export function StartService({ onDone }: CardProps) {
  const words = useWords()
  const { rows = [] } = useConversations()
  const services = rows.filter((row) => row.state === 'open').map((row) => row.serviceName)
  if (services.length > 0) {
    const named = words.language.list(services)
    return (
      <>
        <p>{words.start.withService(named)}</p>
        <Button kind="primary" block onClick={onDone}>
          {words.start.continue}
        </Button>
      </>
    )
  }
  return (
    <>
      <p>{words.start.service}</p>
      <LinkButton kind="primary" block href="/invite">
        {words.messages.haveCode}
      </LinkButton>
      <p className="form__intro">{words.start.serviceNone}</p>
    </>
  )
}
