import { endEnrolment, resumeEnrolment } from '@weft/contract/organisations/operations.ts'
import type { SharingService } from '@weft/contract/sharing/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { go } from '../../shell/router.tsx'
import { call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { needsProof, ProveIt } from '../settings/prove-it.tsx'
import { useSharing } from './use-sharing.ts'
import '../../shell/form.css'
import './privacy.css'

/** Leaving one service: what it keeps, what stops, and when. Another act than stopping a share, and never the same button. */
export default function Leave({ params }: { params: { id?: string } }) {
  const say = useWords().privacyCentre.leave
  const { serviceOf, isKnown } = useSharing()
  const service = serviceOf(params.id ?? '')
  useScreen({ title: service ? say.title(service.name) : say.section, back: '/privacy' })
  if (!isKnown) return <OwnLoading shape="lines" />
  if (!service) return <NotHere />
  return <div className="privacy">{service.leavesAt ? <Leaving service={service} /> : <Asked service={service} />}</div>
}

type When = 'grace' | 'today'

function Asked({ service }: { service: SharingService }) {
  const words = useWords()
  const say = words.privacyCentre.leave
  const toast = useToast()
  const [when, setWhen] = useState<When>('grace')
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [isUnproven, setUnproven] = useState(false)
  const { name, enrolmentId, keepsUntil } = service
  const leave = async () => {
    setBusy(true)
    try {
      await call(endEnrolment, { enrolmentId, reason: 'finished', ...(when === 'today' && { today: true }) })
      toast({ text: when === 'today' ? say.left(name) : say.begun(name) })
      go('/privacy')
    } catch (error) {
      if (needsProof(error)) setUnproven(true)
      else toast({ text: problemWords(error, words) })
      setAsked(false)
    }
    setBusy(false)
  }
  const goOn = () => {
    setUnproven(false)
    void leave()
  }
  if (isUnproven) return <ProveIt onProven={goOn} onStop={() => setUnproven(false)} />
  const facts = (
    <>
      <p>{say.keeps(name, keepsUntil)}</p>
      <p>{say.stops}</p>
    </>
  )
  return (
    <>
      <div className="privacy__part">{facts}</div>
      <RadioGroup
        legend={say.when}
        value={when}
        onChange={setWhen}
        options={[
          { value: 'grace', label: say.inGrace, hint: say.inGraceHint },
          { value: 'today', label: say.today, hint: say.todayHint },
        ]}
      />
      <Button kind="danger" block onClick={() => setAsked(true)}>
        {say.act(name)}
      </Button>
      {isAsked && (
        <Confirm
          title={say.title(name)}
          act={say.act(name)}
          stay={say.stay}
          isDanger
          busy={isBusy ? say.leaving : undefined}
          onAct={() => void leave()}
          onStay={() => setAsked(false)}
        >
          {facts}
          <p>{when === 'today' ? say.todayHint : say.inGraceHint}</p>
        </Confirm>
      )}
    </>
  )
}

/** Within the grace: until when, and back for whoever asked to part. */
function Leaving({ service }: { service: SharingService }) {
  const words = useWords()
  const say = words.privacyCentre.leave
  const dates = useDates()
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const { name, enrolmentId, leavesAt = '', isOwnWish } = service
  const goBack = async () => {
    setBusy(true)
    try {
      await call(resumeEnrolment, { enrolmentId })
      toast({ text: say.back(name) })
    } catch (error) {
      toast({ text: problemWords(error, words) })
    }
    setBusy(false)
  }
  if (!isOwnWish) return <Notice tone="info">{say.byService(dates.day(leavesAt))}</Notice>
  return (
    <>
      <Notice tone="info" title={say.until(dates.day(leavesAt))}>
        <p>{say.goBackNote}</p>
      </Notice>
      <Button kind="primary" block busy={isBusy ? say.goBack : undefined} onClick={() => void goBack()}>
        {say.goBack}
      </Button>
    </>
  )
}
