import { uuidv7 } from '@weft/channels/client'
import { COPING_MAX, type CopingStrategy, WHEN_MAX, WORDS_MAX } from '@weft/contract/plans/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Switch } from '@weft/ui/choice/choice.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { go } from '../../shell/router.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useKeptDraft } from '../../shell/use-kept-draft.ts'
import { useSavedWords } from '../../shell/use-saved-words.ts'
import { useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { useSharing } from '../privacy/use-sharing.ts'
import '../../shell/form.css'

interface Draft {
  words: string
  whenToUse: string
  trigger: string
  /** Where coping ideas are shared, this one may be kept apart. */
  isPrivate: boolean
  baseVersion: number
}

/** Adds an idea (`new`) or changes one. */
export default function CopingForm({ params }: { params: Record<string, string> }) {
  const { coping: say } = useWords()
  const { slice, isKnown } = useOwn('plans')
  const isNew = params.id === 'new'
  const idea = slice.coping.find((one) => one.copingId === params.id && !one.deletedAt)
  useScreen({ title: isNew ? say.addTitle : say.editTitle, back: '/plan' })
  if (isNew) return <Fields key="new" />
  if (idea) return <Fields key={idea.copingId} idea={idea} />
  return isKnown ? <NotHere /> : <OwnLoading shape="lines" />
}

function Fields({ idea }: { idea?: CopingStrategy }) {
  const words = useWords()
  const { coping: say } = words
  const { save, tooLong } = words.plan
  const saved = useSavedWords()
  const { slice, push } = useOwn('plans')
  const { shares } = useSharing()
  const isKindShared = shares.some(({ scope }) => scope === 'coping')
  const toast = useToast()
  const start: Draft = {
    words: idea?.words ?? '',
    whenToUse: idea?.whenToUse ?? '',
    trigger: idea?.trigger ?? '',
    isPrivate: idea?.visibility === 'private',
    baseVersion: idea?.version ?? 0,
  }
  const { draft = start, change, clear } = useKeptDraft<Draft>(`coping:${idea?.copingId ?? 'new'}`, start)
  const ids = { words: useId(), whenToUse: useId(), trigger: useId() }
  const tooLongAt = (key: keyof typeof ids, max: number) =>
    codePoints(draft[key]) > max && { fieldId: ids[key], message: tooLong(String(max)) }

  const form = useForm({
    check: () => [
      draft.words.trim() === '' && { fieldId: ids.words, message: say.errors.words },
      !idea &&
        slice.coping.filter((one) => !one.deletedAt).length >= COPING_MAX && {
          fieldId: ids.words,
          message: say.errors.full,
        },
      tooLongAt('words', WORDS_MAX),
      tooLongAt('whenToUse', WHEN_MAX),
      tooLongAt('trigger', WHEN_MAX),
    ],
    act: async () => {
      const said = {
        words: draft.words,
        ...(draft.whenToUse.trim() && { whenToUse: draft.whenToUse }),
        ...(draft.trigger.trim() && { trigger: draft.trigger }),
        visibility: isKindShared && !draft.isPrivate ? ('shared' as const) : ('private' as const),
      }
      if (idea) await push('coping.change', { copingId: idea.copingId, ...said, baseVersion: draft.baseVersion })
      else await push('coping.add', { copingId: uuidv7(), ...said })
      await clear(start)
      go('/plan', { replace: true })
      toast({ text: saved })
    },
  })
  const field = (key: keyof typeof ids) => ({
    id: ids[key],
    value: draft[key],
    error: form.errorOf(ids[key]),
    onChange: (event: { target: { value: string } }) => {
      form.mend(ids[key])
      change({ ...draft, [key]: event.target.value })
    },
  })

  return (
    <form className="form" noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <TextArea label={say.words} hint={say.wordsHint} maxLength={WORDS_MAX} {...field('words')} />
      <TextArea label={say.when} isOptional rows={2} maxLength={WHEN_MAX} {...field('whenToUse')} />
      <TextArea label={say.trigger} isOptional rows={2} maxLength={WHEN_MAX} {...field('trigger')} />
      {isKindShared && (
        <Switch
          label={say.keepPrivate}
          isOn={draft.isPrivate}
          onChange={(isPrivate) => change({ ...draft, isPrivate })}
        />
      )}
      <ShareLine scope="coping" isPrivate={draft.isPrivate} />
      <Button type="submit" kind="primary" block id={form.buttonId}>
        {save}
      </Button>
    </form>
  )
}
