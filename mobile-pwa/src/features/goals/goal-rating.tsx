import { uuidv7 } from '@weft/channels/client'
import { type Goal, PRESENT_MAX, RATED_MAX } from '@weft/contract/goals/shapes.ts'
import { goalsIn, ratingsOf } from '@weft/contract/goals/slice.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { RatingScale } from '@weft/ui/rating-scale/rating-scale.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { type FormEvent, lazy, Suspense, useId, useState } from 'react'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { useGoals } from './use-goals.ts'

const PastRatings = lazy(() => import('./past-ratings.tsx'))

/** “How close am I?”, for three goals at once at most, with what was said before. Our wording of the goal-based outcomes construct (Law). */
export function GoalRating({ goal }: { goal: Goal }) {
  const { goals: words } = useWords()
  const say = words.rating
  const { goals, act } = useGoals()
  const toast = useToast()
  const id = useId()
  const [isBegun, setBegun] = useState(false)
  const { goalId } = goal
  const past = ratingsOf(goals, goalId)
  const others = goalsIn(goals, 'active').filter((one) => one.isRated && one.goalId !== goalId)
  const hasRoom = goal.isRated || others.length < RATED_MAX
  const isOpen = goal.state === 'active' && hasRoom && (goal.isRated || isBegun)

  if (goal.state !== 'active' && past.length === 0) return null
  const stop = async () => {
    setBegun(false)
    await act('goal.stopRating', { goalId })
    toast({ text: say.stopped })
  }
  return (
    <section className="goal__part" aria-labelledby={id}>
      <h2 id={id}>{say.title}</h2>
      {past.length > 0 && (
        <Suspense>
          <PastRatings ratings={past} />
        </Suspense>
      )}
      {isOpen && <RateToday goalId={goalId} key={past.at(-1)?.recordedAt} />}
      {goal.state === 'active' && !hasRoom && <p className="goals__note">{say.full}</p>}
      {goal.state === 'active' && hasRoom && !isOpen && <Button onClick={() => setBegun(true)}>{say.begin}</Button>}
      {goal.isRated && (
        <Button kind="quiet" onClick={() => void stop()}>
          {say.stop}
        </Button>
      )}
    </section>
  )
}

function RateToday({ goalId }: { goalId: string }) {
  const { goals: words } = useWords()
  const say = words.rating
  const dates = useDates()
  const toast = useToast()
  const { goals, act } = useGoals()
  const forDate = dates.localDay(new Date().toISOString())
  const today = ratingsOf(goals, goalId).find((one) => one.forDate === forDate)
  const [value, setValue] = useState<number | null>(today?.value ?? null)
  const [present, setPresent] = useState(today?.present ?? '')
  const [error, setError] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (value === null) return setError(say.choose)
    const who = present.trim().slice(0, PRESENT_MAX)
    await act('goal.rate', { goalId, ratingId: uuidv7(), value, forDate, ...(who && { present: who }) })
    toast({ text: say.saved(String(value)) })
  }
  return (
    <form className="goal-rate" onSubmit={(event) => void save(event)} noValidate>
      <RatingScale
        legend={say.legend}
        low={say.low}
        high={say.high}
        error={error}
        value={value}
        onChange={(next) => {
          setError(undefined)
          setValue(next)
        }}
      />
      <TextField
        label={say.present}
        isOptional
        maxLength={PRESENT_MAX}
        value={present}
        onChange={(event) => setPresent(event.target.value)}
      />
      <Button type="submit">{say.save}</Button>
    </form>
  )
}
