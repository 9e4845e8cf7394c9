import { Notice } from '@weft/ui/notice/notice.tsx'
import { ProgressThread } from '@weft/ui/progress-thread/progress-thread.tsx'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Params } from '../../shell/paths.ts'
import { go } from '../../shell/router.tsx'
import { useOnline } from '../../shell/use-online.ts'
import { useWords } from '../../words/words-provider.tsx'
import { type JoinAnswers, Joining, keepAnswers, keptAnswers } from './join-answers.ts'
import { JoinCode } from './join-code.tsx'
import { JoinEmail } from './join-email.tsx'
import { JoinPassword } from './join-password.tsx'
import { JoinPrivacy } from './join-privacy.tsx'
import '../../shell/form.css'
import './join.css'

/** The first page that still needs an answer, at most the one asked for. */
export function reachable(step: number, answers: JoinAnswers): number {
  if (!answers.signUpId) return 1
  return answers.isProved && answers.password ? Math.min(step, 3) : Math.min(step, 2)
}

/** Sign-up in three pages (experience.md P2). Back keeps answers; an address that is taken is never told apart here. */
export default function Join({ params }: { params: Params }) {
  const words = useWords()
  const isOnline = useOnline()
  const [answers, setAnswers] = useState(keptAnswers)
  const [refusal, setRefusal] = useState<string>()
  const asked = Number(params.step) || 1
  const step = reachable(asked, answers)

  const change = useCallback((given: Partial<JoinAnswers>) => {
    setAnswers((before) => {
      const next = { ...before, ...given }
      keepAnswers(next)
      return next
    })
  }, [])
  const join = useMemo(() => ({ answers, change, refusal, setRefusal }), [answers, change, refusal])

  // A page that cannot stand yet leads to the one before it, as after a reload: the password is never kept.
  useEffect(() => {
    if (step !== asked) go(`/join/${step}`, { replace: true })
  }, [step, asked])

  return (
    <Joining value={join}>
      <div className="form">
        <ProgressThread step={step} of={3} words={{ step: words.join.step }} />
        {!isOnline && <Notice tone="info">{words.join.offline}</Notice>}
        {step === 1 && <JoinEmail />}
        {step === 2 && (answers.isProved ? <JoinPassword /> : <JoinCode />)}
        {step === 3 && <JoinPrivacy />}
      </div>
    </Joining>
  )
}
