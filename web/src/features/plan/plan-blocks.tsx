import type { SharedEntry } from '@weft/contract/diary/shapes.ts'
import type { SharedPlan } from '@weft/contract/plans/operations.ts'
import { aboutMeKeys, planParts } from '@weft/contract/plans/shapes.ts'
import { Card } from '@weft/ui/card/card.tsx'
import { useWords } from '../../words/words.ts'
import { Facts } from './facts.tsx'

interface Blocks extends SharedPlan {
  entries: readonly SharedEntry[]
}

/** Each thing that is shared, as its owner left it: to be read, never changed. */
export function PlanBlocks({ coping, safetyPlan, aboutMe, entries }: Blocks) {
  const { plan: words, time } = useWords()
  return (
    <>
      {safetyPlan && (
        <Card title={words.safety} meta={<Changed at={safetyPlan.changedAt} />}>
          <ol className="plan__parts">
            {planParts.map((part) => (
              <li key={part}>
                <h3>{words.parts[part]}</h3>
                <Lines items={safetyPlan.parts[part].items} />
              </li>
            ))}
          </ol>
        </Card>
      )}
      {coping.length > 0 && (
        <Card title={words.coping}>
          <ul className="plan__ideas">
            {coping.map((idea) => (
              <li key={idea.copingId}>
                <bdi dir="auto" className="plan__words">
                  {idea.words}
                </bdi>
                <Facts
                  rows={[
                    [words.when, idea.whenToUse],
                    [words.trigger, idea.trigger],
                  ]}
                />
                {idea.usedCount + idea.helpedCount > 0 && (
                  <p className="plan__soft">{words.tried(idea.usedCount, idea.helpedCount)}</p>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {aboutMe && (
        <Card title={words.about} meta={<Changed at={aboutMe.changedAt} />}>
          {aboutMeKeys.map((key) => {
            const said = aboutMe.texts[key]
            if (!said?.text) return null
            return (
              <section key={key}>
                <h3>{words.keys[key]}</h3>
                <bdi dir="auto" className="plan__words">
                  {said.text}
                </bdi>
                {said.byName && <p className="plan__soft">{words.by(said.byName, said.byRole ?? '')}</p>}
              </section>
            )
          })}
        </Card>
      )}
      {entries.length > 0 && (
        <Card title={words.diary}>
          <ul className="plan__ideas">
            {entries.map((entry) => (
              <li key={entry.entryId}>
                <p className="plan__soft">
                  <time dateTime={entry.writtenAt}>{time.date(entry.forDate)}</time>
                  {entry.mood && ` · ${words.moods[entry.mood as keyof typeof words.moods]}`}
                </p>
                {entry.prompt && (
                  <p className="plan__soft">
                    <bdi dir="auto">{entry.prompt}</bdi>
                  </p>
                )}
                <bdi dir="auto" className="plan__words">
                  {entry.text}
                </bdi>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function Changed({ at }: { at: string }) {
  const { plan: words, time } = useWords()
  return (
    <time className="plan__soft" dateTime={at}>
      {words.changed(time.date(at.slice(0, 10)))}
    </time>
  )
}

function Lines({ items }: { items: readonly { text: string; phone?: string | undefined }[] }) {
  const { plan: words } = useWords()
  if (items.length === 0) return <p className="plan__soft">{words.nothing}</p>
  return (
    <ul className="plan__lines">
      {items.map(({ text, phone }) => (
        <li key={`${text} ${phone}`}>
          <bdi dir="auto">{text}</bdi>
          {phone && (
            <>
              {' '}
              <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
