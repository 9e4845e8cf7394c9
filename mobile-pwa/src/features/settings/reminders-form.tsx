import { uuidv7 } from '@weft/channels/client'
import { nextOccurrences } from '@weft/contract/notifications/occurrences.ts'
import { type Reminder, type ReminderTopic, reminderTopics } from '@weft/contract/notifications/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { CheckboxGroup, RadioGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import type { Params } from '../../shell/paths.ts'
import { goBack } from '../../shell/router.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { RemindersQuiet } from './reminders-quiet.tsx'
import { RemindersTimes } from './reminders-times.tsx'
import { momentIn, weekdayName } from './reminders-words.ts'
import '../../shell/form.css'
import './settings.css'

const list = '/settings/reminders'
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const WORDS_MAX = 120

/** A new reminder, or a change of one: what, when, and what that comes to. */
export default function RemindersForm({ params }: { params: Params }) {
  const words = useWords()
  const { slice, isKnown } = useOwn('reminders')
  const isNew = params.id === 'new'
  const before = slice.reminders.find((one) => one.reminderId === params.id)
  useScreen({ title: isNew ? words.reminders.add : words.reminders.change, back: list })
  if (!isKnown) return <OwnLoading shape="lines" />
  if (!isNew && !before) return <NotHere />
  return <ReminderForm before={before} />
}

function ReminderForm({ before }: { before: Reminder | undefined }) {
  const words = useWords()
  const say = words.reminders
  const dates = useDates()
  const { push } = useOwn('reminders')
  const [about, setAbout] = useState<ReminderTopic>(before?.about ?? 'sleep')
  const [ownWords, setOwnWords] = useState(before?.words ?? '')
  const [times, setTimes] = useState<readonly string[]>(before?.times ?? ['21:00'])
  const [days, setDays] = useState<readonly number[]>(before?.days ?? everyDay)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const given = times.filter(Boolean)
  const hasWords = ownWords.trim() !== ''

  const form = useForm({
    check: () => [
      about === 'other' && !hasWords && { fieldId: 'words', message: say.errors.words },
      codePoints(ownWords) > WORDS_MAX && { fieldId: 'words', message: say.errors.long },
      given.length === 0 && { fieldId: 'time-0', message: say.errors.time },
      days.length === 0 && { fieldId: 'days', message: say.errors.days },
    ],
    async act() {
      const wish = { about, times: given, days: [...days], zone, ...(hasWords && { words: ownWords }) }
      if (before) await push('reminder.change', { reminderId: before.reminderId, ...wish })
      else await push('reminder.add', { reminderId: uuidv7(), ...wish })
      goBack(list)
    },
  })
  const next = days.length > 0 ? nextOccurrences({ times: given, days, zone }, Date.now()) : []

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <RadioGroup
        legend={say.about}
        look="chips"
        value={about}
        onChange={(picked) => {
          form.mend('words')
          setAbout(picked)
        }}
        options={reminderTopics.map((value) => ({ value, label: say.topics[value] }))}
      />
      <TextField
        id="words"
        label={say.words}
        hint={say.wordsHint}
        isOptional={about !== 'other'}
        value={ownWords}
        error={form.errorOf('words')}
        onChange={(event) => {
          form.mend('words')
          setOwnWords(event.target.value)
        }}
      />
      <RemindersTimes
        times={times}
        error={form.errorOf('time-0')}
        onChange={(changed) => {
          form.mend('time-0')
          setTimes(changed)
        }}
      />
      <RemindersQuiet times={given} />
      <CheckboxGroup
        id="days"
        legend={say.days}
        look="chips"
        value={days.map(String)}
        error={form.errorOf('days')}
        onChange={(picked) => {
          form.mend('days')
          setDays(picked.map(Number))
        }}
        options={everyDay.map((day) => ({ value: String(day), label: weekdayName(day, dates) }))}
      />
      {next.length > 0 && (
        <section className="form__more" aria-label={say.next}>
          <p>
            <strong>{say.next}</strong>
          </p>
          <ul className="settings__list">
            {next.map(({ at }) => (
              <li key={at}>{momentIn(at, dates, words)}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="form__intro">{say.private}</p>
      <Button
        id={form.buttonId}
        type="submit"
        kind="primary"
        block
        busy={form.isBusy ? words.contact.saving : undefined}
      >
        {say.save}
      </Button>
    </form>
  )
}
