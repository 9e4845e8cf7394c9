import { useMutation } from '@tanstack/react-query'
import { publishContent, retireContent, reviewContent } from '@weft/contract/tips/desk.ts'
import type { DeskContent } from '@weft/contract/tips/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { call } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'

interface Props {
  content: DeskContent
  /** The form holds words that are not saved: nothing else may be sent on in their place. */
  isChanged: boolean
  onDone: () => unknown
  onRefused: (error: unknown) => void
}

/** What can be done with the saved words: send on, publish, take down. */
export function TipActs({ content, isChanged, onDone, onRefused }: Props) {
  const { tips: words } = useWords()
  const toast = useToast()
  const [isRetiring, setRetiring] = useState(false)
  const at = { contentId: content.contentId, baseVersion: content.version }
  const done = (text: string) => ({
    onSuccess: async () => {
      setRetiring(false)
      await onDone()
      toast({ text })
    },
    onError: (error: unknown) => {
      setRetiring(false)
      onRefused(error)
    },
  })
  const review = useMutation({ mutationFn: () => call(reviewContent, at), ...done(words.sent) })
  const publish = useMutation({ mutationFn: () => call(publishContent, at), ...done(words.published) })
  const retire = useMutation({ mutationFn: () => call(retireContent, at), ...done(words.retired) })
  const isStorysWriter = content.state === 'in_review' && content.kind === 'story' && !content.mayPublish
  if (content.state === 'retired') return null
  return (
    <>
      {content.state === 'draft' && !isChanged && (
        <Button onClick={() => review.mutate()} busy={review.isPending ? words.saving : undefined}>
          {words.sendToReview}
        </Button>
      )}
      {content.mayPublish && !isChanged && (
        <Button kind="primary" onClick={() => publish.mutate()} busy={publish.isPending ? words.saving : undefined}>
          {words.publish}
        </Button>
      )}
      <Button kind="quiet" onClick={() => setRetiring(true)}>
        {words.retire}
      </Button>
      {isStorysWriter && <p className="tips-desk__soft">{words.needsSecond}</p>}
      {isChanged && <p className="tips-desk__soft">{words.saveFirst}</p>}
      {isRetiring && (
        <Confirm
          title={words.retireTitle(content.title)}
          act={words.retire}
          stay={words.keep}
          isDanger
          busy={retire.isPending ? words.saving : undefined}
          onAct={() => retire.mutate()}
          onStay={() => setRetiring(false)}
        >
          <p>{words.retireBody}</p>
        </Confirm>
      )}
    </>
  )
}
