import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useNow } from '../../words/use-now.ts'
import { useWords } from '../../words/words.ts'
import { lastReviewDay, type TipDraft, type TipMistake } from './tip-draft.ts'
import { TipFields } from './tip-fields.tsx'
import { TipPreview } from './tip-preview.tsx'

export interface TipFormProps {
  draft: TipDraft
  isNew?: boolean
  isSlugFixed?: boolean
  mistakes: readonly TipMistake[]
  hasProblem: boolean
  isSaving: boolean
  conflict?: ReactNode
  /** Beside Save. */
  acts?: ReactNode
  /** Something else is what to do next. */
  isSaveSecond?: boolean
  onChange: (draft: TipDraft) => void
  onSave: () => void
}

/** The form and, side by side, what it will read like. */
export function TipForm(props: TipFormProps) {
  const { draft, mistakes, onChange, onSave } = props
  const { tips: words } = useWords()
  const id = useId()
  const now = new Date(useNow())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <div className="tips-desk__sides">
      <form className="tips-desk__form" onSubmit={submit} noValidate>
        {mistakes.length > 0 && (
          <ErrorSummary
            errors={mistakes.map((mistake) => ({
              fieldId: `${id}-${mistake === 'slugTaken' ? 'slug' : mistake}`,
              message: words.wrong[mistake],
            }))}
          />
        )}
        {props.conflict}
        {props.hasProblem && <Notice tone="danger">{words.problem}</Notice>}
        <TipFields
          id={id}
          draft={draft}
          mistakes={mistakes}
          isNew={props.isNew ?? false}
          isSlugFixed={props.isSlugFixed ?? false}
          today={now.toISOString().slice(0, 10)}
          lastDay={lastReviewDay(now)}
          onChange={onChange}
        />
        <div className="tips-desk__acts">
          <Button
            kind={props.isSaveSecond ? 'secondary' : 'primary'}
            type="submit"
            busy={props.isSaving ? words.saving : undefined}
          >
            {words.save}
          </Button>
          {props.acts}
        </div>
      </form>
      <TipPreview draft={draft} />
    </div>
  )
}
