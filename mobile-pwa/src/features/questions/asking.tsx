import { type Answers, RISK_ITEM, type Score } from '@weft/contract/questionnaires/answers.ts'
import { measures, options } from '@weft/contract/questionnaires/measures.ts'
import type { QuestionSet } from '@weft/contract/questionnaires/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ProgressThread } from '@weft/ui/progress-thread/progress-thread.tsx'
import { useEffect, useRef, useState } from 'react'
import { useOwned } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { Support } from './support.tsx'

interface Props {
  set: QuestionSet
  onLater: () => void
}

/** One question to a page, in its official words. Each answer is kept as soon as the page is left, the one about self-harm as it is given. */
export function Asking({ set, onLater }: Props) {
  const words = useWords()
  const say = words.questions
  const { push } = useOwned()
  const { items, stem } = measures[set.measure]
  const [answers, setAnswers] = useState<Answers>(set.answers)
  const [at, setAt] = useState(() => firstOpen(items.map(({ key }) => set.answers[key])))
  const [wantsCall, setWantsCall] = useState<boolean>()
  const heading = useRef<HTMLParagraphElement>(null)
  const item = items[at]
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever listens hears each new question from its beginning
  useEffect(() => heading.current?.focus(), [at])
  if (!item) return null

  const isLast = at === items.length - 1
  const keep = (given: Answers, more: { isSent?: true; wantsCall?: true } = {}) =>
    push('questions.answer', { assignmentId: set.assignmentId, answers: given, ...more })
  const pick = (score: Score) => {
    const given = { ...answers, [item.key]: score }
    setAnswers(given)
    if (item.key === RISK_ITEM && score > 0) void keep(given)
  }
  const turn = async (to: number, given = answers) => {
    if (to < items.length) setAt(to)
    await keep(given, to < items.length ? {} : { isSent: true })
  }
  /** Takes an answer back, too. Of the last question that alone: sending is its own button. */
  const skip = () => {
    heading.current?.focus()
    // Where nothing was said there is nothing to keep, or to send.
    if (answers[item.key] === undefined) return isLast ? undefined : setAt(at + 1)
    const { [item.key]: _, ...given } = answers
    setAnswers(given)
    void (isLast ? keep(given) : turn(at + 1, given))
  }
  const call = (isWanted: boolean) => {
    setWantsCall(isWanted)
    if (isWanted) void keep(answers, { wantsCall: true })
  }

  const chosen = answers[item.key]
  const needsSupport = item.key === RISK_ITEM && (chosen ?? 0) > 0
  return (
    <div className="form">
      <ProgressThread step={at + 1} of={items.length} words={{ step: say.step }} />
      <p ref={heading} tabIndex={-1} className="questions__stem" lang="en" dir="ltr">
        {item.options ? '' : stem}
      </p>
      <RadioGroup
        legend={<bdi lang="en">{item.text}</bdi>}
        value={chosen === undefined ? null : String(chosen)}
        onChange={(value) => pick(Number(value) as Score)}
        options={(item.options ?? options).map((label, score) => ({
          value: String(score),
          label: <bdi lang="en">{label}</bdi>,
        }))}
      />
      {needsSupport && <Support set={set} wantsCall={wantsCall} onCall={call} />}
      <div className="questions__turn">
        <Button kind="primary" block onClick={() => void turn(at + 1)}>
          {isLast ? say.send(set.serviceName) : say.next}
        </Button>
        {(!isLast || chosen !== undefined) && (
          <Button kind="quiet" block onClick={skip}>
            {say.skip}
          </Button>
        )}
        {at > 0 && (
          <Button kind="quiet" block onClick={() => void turn(at - 1)}>
            {words.nav.back}
          </Button>
        )}
        <Button
          kind="quiet"
          block
          onClick={() => {
            void keep(answers)
            onLater()
          }}
        >
          {say.later}
        </Button>
      </div>
    </div>
  )
}

/** Where to go on: the first question without an answer, or the last one. */
function firstOpen(given: readonly (Score | undefined)[]): number {
  const open = given.indexOf(undefined)
  return open < 0 ? given.length - 1 : open
}
