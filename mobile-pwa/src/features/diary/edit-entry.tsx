import { type DiaryEntry, TEXT_MAX } from '@weft/contract/diary/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { type Face, Faces } from '@weft/ui/faces/faces.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useKeptDraft } from '../../shell/use-kept-draft.ts'
import { useSavedWords } from '../../shell/use-saved-words.ts'
import { useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { type DiaryDraft, faultOf } from './write-box.tsx'

/** What was begun, and what the entry was when it was. */
interface Begun extends DiaryDraft {
  baseVersion: number
}

/** Changes an entry, any time. What is begun here stays until it is saved or given up. */
export function EditEntry({ entry, onDone }: { entry: DiaryEntry; onDone: () => void }) {
  const { diary: say } = useWords()
  const saved = useSavedWords()
  const { push } = useOwn('diary')
  const toast = useToast()
  const { entryId, text, prompt, mood, version } = entry
  const asItIs: Begun = { text, ...(prompt && { prompt }), ...(mood && { mood: mood as Face }), baseVersion: version }
  const { draft = asItIs, change, clear } = useKeptDraft<Begun>(`diary:${entryId}`, asItIs)
  const boxId = useId()
  const finish = async () => {
    await clear(asItIs)
    onDone()
  }
  const form = useForm({
    check: () => {
      const message = faultOf(draft.text, say.errors)
      return [message !== undefined && { fieldId: boxId, message }]
    },
    act: async () => {
      await push('diary.edit', { entryId, ...draft })
      await finish()
      toast({ text: saved })
    },
  })
  return (
    <form className="diary-box" noValidate onSubmit={form.onSubmit}>
      {form.errors.length > 0 && <ErrorSummary errors={form.errors} />}
      <TextArea
        id={boxId}
        label={say.editing}
        rows={10}
        maxLength={TEXT_MAX}
        value={draft.text}
        error={form.errorOf(boxId)}
        onChange={(event) => {
          form.mend(boxId)
          change({ ...draft, text: event.target.value })
        }}
      />
      <Faces
        legend={say.mood}
        labels={say.moods}
        value={draft.mood ?? null}
        onChange={(face) => change({ ...draft, mood: face })}
      />
      {draft.mood && (
        <Button kind="quiet" onClick={() => change({ ...draft, mood: undefined })}>
          {say.noMood}
        </Button>
      )}
      <ShareLine scope={`diary:${entryId}`} />
      <Button type="submit" kind="primary" block>
        {say.saveEdit}
      </Button>
      <Button onClick={() => void finish()}>{say.cancel}</Button>
    </form>
  )
}
