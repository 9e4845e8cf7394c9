import { uuidv7 } from '@weft/channels/client'
import { TEXT_MAX } from '@weft/contract/diary/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { type Face, Faces } from '@weft/ui/faces/faces.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { WhoCanSee } from '@weft/ui/who-can-see/who-can-see.tsx'
import { useId } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useKeptDraft } from '../../shell/use-kept-draft.ts'
import { useHeld } from '../../shell/use-saved-words.ts'
import { useWords } from '../../words/words-provider.tsx'

export interface DiaryDraft {
  text: string
  prompt?: string
  mood?: Face
}

const blank: DiaryDraft = { text: '' }

/** What is wrong with words before they are saved, in ours. */
export function faultOf(text: string, errors: { empty: string; long: string }): string | undefined {
  if (text.trim() === '') return errors.empty
  return codePoints(text) > TEXT_MAX ? errors.long : undefined
}

/** The box comes first: what was begun in it stays until it is saved. */
export function WriteBox() {
  const { diary: say } = useWords()
  const { push } = useOwn('diary')
  const isHeld = useHeld()
  const toast = useToast()
  const { draft = blank, change, clear } = useKeptDraft<DiaryDraft>('diary', blank)
  const boxId = useId()
  const form = useForm({
    check: () => {
      const message = faultOf(draft.text, say.errors)
      return [message !== undefined && { fieldId: boxId, message }]
    },
    act: async () => {
      const { text, prompt, mood } = draft
      const writtenAt = new Date().toISOString()
      await push('diary.write', {
        entryId: uuidv7(),
        text,
        ...(prompt && { prompt }),
        ...(mood && { mood }),
        writtenAt,
      })
      await clear(blank)
      toast({ text: isHeld ? say.savedHere : say.saved })
    },
  })

  return (
    <form className="diary-box" noValidate onSubmit={form.onSubmit}>
      {form.errors.length > 0 && <ErrorSummary errors={form.errors} />}
      {draft.prompt && (
        <div className="diary-box__prompt">
          <p>
            <span className="diary-box__soft">{say.answering}</span> <bdi dir="auto">{draft.prompt}</bdi>
          </p>
          <Button kind="quiet" onClick={() => change({ ...draft, prompt: undefined })}>
            {say.noPrompt}
          </Button>
        </div>
      )}
      <TextArea
        id={boxId}
        label={say.box}
        rows={5}
        maxLength={TEXT_MAX}
        value={draft.text}
        error={form.errorOf(boxId)}
        onChange={(event) => {
          form.mend(boxId)
          change({ ...draft, text: event.target.value })
        }}
      />
      <WhoCanSee kind="private" line={say.onlyYou} />
      {!draft.prompt && (
        <details className="diary-box__more">
          <summary>{say.starters}</summary>
          <ul className="diary-box__prompts">
            {say.prompts.map((prompt) => (
              <li key={prompt}>
                <Button onClick={() => change({ ...draft, prompt })}>{prompt}</Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className="diary-box__more" open={draft.mood !== undefined || undefined}>
        <summary>{say.addMood}</summary>
        <Faces
          legend={say.mood}
          labels={say.moods}
          value={draft.mood ?? null}
          onChange={(mood) => change({ ...draft, mood })}
        />
        {draft.mood && (
          <Button kind="quiet" onClick={() => change({ ...draft, mood: undefined })}>
            {say.noMood}
          </Button>
        )}
      </details>
      <Button type="submit" kind="primary" block>
        {say.save}
      </Button>
    </form>
  )
}
