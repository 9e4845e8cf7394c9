import { openNotice } from '@weft/contract/notifications/operations.ts'
import type { OpenedNotice } from '@weft/contract/notifications/shapes.ts'
import { switchHat } from '@weft/contract/people/operations.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { Empty, Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { useCallback, useEffect, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import type { Params } from '../../shell/paths.ts'
import { go } from '../../shell/router.tsx'
import { useSessions, useStay } from '../../shell/session.tsx'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import { placeReminded } from './reminded.ts'

function placeOf({ kind, thingId, about }: OpenedNotice): string {
  if (kind === 'message' && thingId) return `/messages/${thingId}`
  if (kind === 'questions' && thingId) return `/questions/${thingId}`
  if (kind === 'export') return '/settings/export'
  if (kind === 'test') return '/settings/notifications'
  return placeReminded(about) ?? '/today'
}

/** Where a pressed notice leads: its id means nothing until its own account asks. Under another hat the person is asked to change first. */
export default function OpenNotice({ params }: { params: Params }) {
  const words = useWords()
  const say = words.notices.open
  const { session } = useStay()
  const { accept } = useSessions()
  const [opened, setOpened] = useState<OpenedNotice>()
  const [failed, setFailed] = useState<CallFailed>()
  const noticeId = params.id as string
  useScreen({ title: words.app.name, back: '/today' })

  const load = useCallback(() => {
    setFailed(undefined)
    call(openNotice, { noticeId }).then(setOpened, (error) => error instanceof CallFailed && setFailed(error))
  }, [noticeId])
  useEffect(load, [load])
  const isOtherHat = opened !== undefined && opened.hat !== session.hat
  useEffect(() => {
    if (opened && !isOtherHat) go(placeOf(opened), { replace: true })
  }, [opened, isOtherHat])

  if (failed?.code === 'offline')
    return <Empty action={<LinkButton href="/messages">{words.nav.messages}</LinkButton>}>{say.offline}</Empty>
  if (failed?.code === 'not-found' || failed?.code === 'not-acceptable') return <NotHere />
  if (failed) return <Failed onTryAgain={load} reference={failed.problem?.requestId} />
  if (!opened || !isOtherHat) return <Loading shape="lines" onTryAgain={load} />
  const change = async () => {
    await accept(await call(switchHat, { hat: opened.hat }))
    go(placeOf(opened), { replace: true })
  }
  return (
    <Empty
      action={
        <Button kind="primary" onClick={() => void change().catch(load)}>
          {opened.hat === 'carer' ? words.carer.supporting : words.carer.myself}
        </Button>
      }
    >
      {say.otherHat}
    </Empty>
  )
}
