import { uuidv7 } from '@weft/channels/client'
import { WORDS_MAX } from '@weft/contract/goals/shapes.ts'
import { type CarePlanContent, type CarePlanPart, carePlanKeys } from '@weft/contract/plans/care-plan.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { Target } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'

/** All parts that say something, in the order of the record (domain.md 7). */
export function CarePlanBody({ content }: { content: CarePlanContent }) {
  const { carePlan: say } = useWords()
  const dates = useDates()
  const dateOf = (date: string | undefined) => (date ? dates.date(date) : '')
  return (
    <div className="plan__part">
      <Texts content={content} part="me" />
      <Texts content={content} part="team" />
      <Part title={say.goals} isShown={content.goals.length > 0}>
        {content.goals.map((goal) => (
          <Together
            key={goal.goal}
            rows={[
              [say.goal, goal.goal],
              [say.actions, goal.actions],
              [say.whoSupports, goal.whoSupports],
            ]}
          >
            <MakeMine words={goal.goal} />
          </Together>
        ))}
      </Part>
      <Part title={say.triggers} isShown={content.triggers.length > 0}>
        {content.triggers.map((one) => (
          <Together
            key={one.event}
            rows={[
              [say.event, one.event],
              [say.coping, one.coping],
            ]}
          />
        ))}
      </Part>
      <Texts content={content} part="contingency" />
      <Texts content={content} part="crisis" />
      <Part title={say.daily} isShown={content.daily.length > 0}>
        {content.daily.map((one) => (
          <Together
            key={one.what}
            rows={[
              [say.what, one.what],
              [say.when, one.when],
              [say.why, one.why],
              [say.agreedBy, one.agreedBy],
            ]}
          />
        ))}
      </Part>
      <Texts content={content} part="needs" />
      <div className="plan__soft">
        {(content.completedBy || content.completedOn) && (
          <p>{say.completedBy(content.completedBy ?? '', dateOf(content.completedOn))}</p>
        )}
        {(content.assessedBy || content.assessedOn) && (
          <p>{say.assessedBy(content.assessedBy ?? '', dateOf(content.assessedOn))}</p>
        )}
        {content.assessmentEndsOn && <p>{say.assessmentEnds(dateOf(content.assessmentEndsOn))}</p>}
      </div>
    </div>
  )
}

function Texts({ content, part }: { content: CarePlanContent; part: CarePlanPart }) {
  const { carePlan: say } = useWords()
  const texts = content[part] as Partial<Record<string, string>>
  const keys = carePlanKeys[part].filter((key) => texts[key])
  return (
    <Part title={say.parts[part]} isShown={keys.length > 0}>
      <Together rows={keys.map((key) => [say.keys[key], texts[key]])} />
    </Part>
  )
}

function Part({ title, isShown, children }: { title: string; isShown: boolean; children: ReactNode }) {
  const id = useId()
  if (!isShown) return null
  return (
    <section className="care-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** What belongs together, side by side with its name; under one another on a phone. */
function Together({
  rows,
  children,
}: {
  rows: readonly (readonly [string, string | undefined])[]
  children?: ReactNode
}) {
  return (
    <div className="care-rows">
      <dl>
        {rows
          .filter(([, text]) => text)
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi dir="auto">{text}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      {children}
    </div>
  )
}

/** The person's own copy, once: from then on the way to it. */
function MakeMine({ words }: { words: string }) {
  const { carePlan: say } = useWords()
  const { slice, push } = useOwn('goals')
  const toast = useToast()
  // Of one id, however often it is pressed.
  const [goalId] = useState(uuidv7)
  const cut = [...words].slice(0, WORDS_MAX).join('')
  const mine = slice.goals.find((goal) => goal.origin === 'care_plan' && goal.words === cut && !goal.deletedAt)
  if (mine)
    return (
      <LinkButton href={`/goals/${mine.goalId}`} icon={Target}>
        {say.inMine} <span className="visually-hidden">{words}</span>
      </LinkButton>
    )
  const add = async () => {
    const at = new Date().toISOString()
    await push('goal.add', { goalId, at, words: cut, type: 'other', origin: 'care_plan' })
    toast({ text: say.madeMine })
  }
  return (
    <Button onClick={() => void add()} aria-label={`${say.makeMine}: ${words}`}>
      {say.makeMine}
    </Button>
  )
}
