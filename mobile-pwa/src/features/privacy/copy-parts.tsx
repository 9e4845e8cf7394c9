import { aboutMeKeys, planParts } from '@weft/contract/plans/shapes.ts'
import type { CopyContent } from '@weft/contract/records/operations.ts'
import { sleepByDate } from '@weft/contract/trackers/overview.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { noon } from './saved-copies.tsx'

interface Line {
  key: string
  what: string
  /** Notes and the like, each in its writer's words. */
  more?: readonly (string | undefined)[]
}

/** Everything that a copy holds, thing by thing, in plain lines. */
export function CopyParts({ content }: { content: CopyContent }) {
  const words = useWords()
  const say = words.privacyCentre.copies
  const dates = useDates()
  const { trackers, goals = [], plan, entries = [] } = content
  const slept = sleepByDate(trackers?.sleep ?? [])
  const nights = (trackers?.sleep ?? []).map(({ forDate, note }) => {
    const minutes = slept.get(forDate) ?? 0
    const asleep = say.slept(say.duration(Math.floor(minutes / 60), minutes % 60))
    return { key: forDate, what: `${dates.day(noon(forDate))}: ${asleep}`, more: [note] }
  })
  return (
    <>
      <Part title={say.nights} lines={nights} />
      {trackers?.problems.map(({ problem, ratings }) => (
        <Part
          key={problem.problemId}
          title={problem.words}
          lines={ratings.map(({ forDate, value, note, whatHelped }) => ({
            key: forDate,
            what: `${dates.day(noon(forDate))}: ${say.rated(value)}`,
            more: [note, whatHelped],
          }))}
        />
      ))}
      <Part
        title={words.privacy.what.mood}
        lines={(trackers?.moods ?? []).map(({ moodId, forDate, face, feelings, note }) => ({
          key: moodId,
          what: `${dates.day(noon(forDate))}: ${say.faces[face - 1]}`,
          more: [feelings?.join(', '), note],
        }))}
      />
      {goals.map((goal) => (
        <Part
          key={goal.goalId}
          title={goal.words}
          about={[goal.why, goal.whoCouldHelp, goal.notes, goal.reflection]}
          lines={[
            ...goal.steps.map(({ stepId, text, doneAt }) => ({
              key: stepId,
              what: `${doneAt ? say.done : say.open}: ${text}`,
            })),
            ...goal.ratings.map(({ ratingId, forDate, value, present }) => ({
              key: ratingId,
              what: `${dates.day(noon(forDate))}: ${say.rated(value)}`,
              more: [present],
            })),
          ]}
        />
      ))}
      {plan?.safetyPlan &&
        planParts.map((part) => (
          <Part
            key={part}
            title={words.safetyPlan.parts[part]}
            lines={(plan.safetyPlan?.parts[part].items ?? []).map(({ text, phone }) => ({
              key: `${text} ${phone}`,
              what: [text, phone].filter(Boolean).join(' '),
            }))}
          />
        ))}
      <Part
        title={words.privacy.what.coping}
        lines={(plan?.coping ?? []).map((idea) => ({
          key: idea.copingId,
          what: idea.words,
          more: [idea.whenToUse, idea.trigger],
        }))}
      />
      {plan?.aboutMe &&
        aboutMeKeys.map((key) => {
          const text = plan.aboutMe?.texts[key]?.text
          return text ? <Part key={key} title={words.aboutMe.keys[key]} lines={[]} about={[text]} /> : null
        })}
      {entries.map((entry) => (
        <Part
          key={entry.entryId}
          title={words.privacy.diaryOf(dates.day(entry.writtenAt))}
          lines={[]}
          about={[entry.prompt, entry.text]}
        />
      ))}
    </>
  )
}

function Part({
  title,
  about = [],
  lines,
}: {
  title: string
  about?: readonly (string | undefined)[]
  lines: readonly Line[]
}) {
  const said = about.filter(Boolean)
  if (said.length + lines.length === 0) return null
  return (
    <section className="privacy__part privacy__copy">
      <h2>
        <bdi dir="auto">{title}</bdi>
      </h2>
      {said.map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      {lines.length > 0 && (
        <ul>
          {lines.map(({ key, what, more = [] }) => (
            <li key={key}>
              <bdi dir="auto">{what}</bdi>
              {more.filter(Boolean).map((text) => (
                <p key={text} dir="auto" className="privacy__soft">
                  {text}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
