import { FEELINGS_MAX, type MoodEntry, NOTE_MAX } from '@weft/contract/trackers/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { CheckboxGroup } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { type Face, Faces } from '@weft/ui/faces/faces.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useId } from 'react'
import { useForm } from '../../shell/use-form.ts'
import { useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { useBegun } from './use-begun.ts'

export interface MoodAnswers {
  face: Face
  feelings?: string[]
  note?: string
}

interface MoodFormProps {
  date: string
  question: string
  mood: MoodEntry | undefined
  /** `forget`: what was begun is safe as an entry. */
  onSave: (answers: MoodAnswers, forget: () => Promise<void>) => Promise<void>
}

/** A face, up to three words for it, a note. */
export function MoodForm({ date, question, mood, onSave }: MoodFormProps) {
  const { track } = useWords()
  const { moods } = track
  const id = useId()
  const { said, say, forget } = useBegun(`mood:${mood?.moodId ?? date}`, mood, {
    face: (mood?.face as Face | undefined) ?? null,
    feelings: mood?.feelings ?? [],
    own: '',
    note: mood?.note ?? '',
  })
  const { face, feelings, own, note } = said
  const offered = [...moods.words, ...feelings.filter((word) => !moods.words.includes(word))]

  const form = useForm({
    check: () => [
      face === null && { fieldId: id, message: moods.choose },
      feelings.length > FEELINGS_MAX && { fieldId: `${id}-feelings`, message: moods.tooMany },
      [...note].length > NOTE_MAX && { fieldId: `${id}-note`, message: track.tooLong },
    ],
    act: () =>
      onSave(
        {
          face: face ?? 3,
          ...(feelings.length > 0 && { feelings }),
          ...(note.trim() && { note: note.trim() }),
        },
        forget,
      ),
  })
  const addOwn = () => {
    const word = own.trim()
    if (!word) return
    say({ feelings: [...new Set([...feelings, word])], own: '' })
  }

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      {form.errors.length > 0 && <ErrorSummary errors={form.errors} />}
      <Faces
        id={id}
        legend={question}
        labels={moods.faces}
        value={face}
        onChange={(next) => {
          say({ face: next })
          form.mend(id)
        }}
        error={form.errorOf(id)}
      />
      <CheckboxGroup
        id={`${id}-feelings`}
        legend={moods.feelings}
        hint={moods.feelingsHint}
        look="chips"
        value={feelings}
        onChange={(next) => {
          say({ feelings: next })
          form.mend(`${id}-feelings`)
        }}
        error={form.errorOf(`${id}-feelings`)}
        options={offered.map((word) => ({ value: word, label: <bdi>{word}</bdi> }))}
      />
      <div className="track-words">
        <TextField
          label={moods.ownWord}
          isOptional
          maxLength={40}
          value={own}
          onChange={(event) => say({ own: event.target.value })}
        />
        <Button onClick={addOwn}>{moods.addWord}</Button>
      </div>
      <TextArea
        id={`${id}-note`}
        label={track.note}
        isOptional
        rows={2}
        maxLength={NOTE_MAX}
        value={note}
        error={form.errorOf(`${id}-note`)}
        onChange={(event) => {
          say({ note: event.target.value })
          form.mend(`${id}-note`)
        }}
      />
      <ShareLine scope="mood" />
      <Button kind="primary" block type="submit" id={form.buttonId}>
        {track.save}
      </Button>
    </form>
  )
}
