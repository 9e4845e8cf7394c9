import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { nameOf, type Thing } from './things.ts'
import { choiceOf, useSharing } from './use-sharing.ts'

/** Choices that could not be done, a service left meanwhile above all: said until they are read. */
export function Refused({ things }: { things: readonly Thing[] }) {
  const words = useWords()
  const say = words.privacy
  const answers = words.privacyCentre.choices
  const { refused, discard, serviceOf } = useSharing()
  return (
    <>
      {refused.map((item) => {
        const { serviceId, scope } = choiceOf(item)
        const name = nameOf(things, scope, say)
        const service = serviceOf(serviceId)?.name ?? say.aService
        return (
          <Notice
            key={item.id}
            tone="danger"
            title={
              item.push === 'share.stop'
                ? say.couldNotStop(name, service)
                : item.push === 'share.start'
                  ? say.couldNotShare(name, service)
                  : answers.couldNot
            }
            action={<Button onClick={() => void discard(item.id)}>{words.app.close}</Button>}
          >
            <p>{say.leftMeanwhile}</p>
          </Notice>
        )
      })}
    </>
  )
}
