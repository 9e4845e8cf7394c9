import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { useOwn } from '../../shell/own.tsx'
import type { Params } from '../../shell/paths.ts'
import { useWords } from '../../words/words-provider.tsx'
import { Asking } from './asking.tsx'
import { BeforeQuestions } from './before-questions.tsx'
import { SentQuestions } from './sent-questions.tsx'
import '../../shell/form.css'
import './questions.css'

/**
 * Questions from the team (experience.md P13): who reads the answers and when is said before the first and after the last; one question to a
 * page, each of which may be skipped; what was given is kept on the phone until it has gone.
 */
export default function Questions({ params }: { params: Params }) {
  const words = useWords()
  const { slice, isKnown, waiting } = useOwn('questions')
  const [isAsking, setAsking] = useState(false)
  const set = slice.sets.find((one) => one.assignmentId === params.id)
  useScreen({ title: words.questions.title, back: '/track' })

  if (!set) return isKnown ? <NotHere /> : null
  const isOnItsWay = waiting.some(
    (item) => item.push === 'questions.answer' && item.input.assignmentId === params.id && item.state !== 'sent',
  )
  if (set.submittedAt) return <SentQuestions set={set} isOnItsWay={isOnItsWay} />
  if (!isAsking) return <BeforeQuestions set={set} onStart={() => setAsking(true)} />
  return <Asking set={set} onLater={() => setAsking(false)} />
}
