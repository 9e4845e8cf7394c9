import { ABOUT_ME_MAX, type AboutMeKey, aboutMeKeys } from '@weft/contract/plans/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
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
import '../../shell/form.css'

interface Draft {
  text: string
  baseVersion: number
}

/** One text of About me on a page of its own. */
export default function AboutMeText({ params }: { params: Record<string, string> }) {
  const key = aboutMeKeys.find((one) => one === params.key)
  const { aboutMe: say } = useWords()
  const { slice, isKnown } = useOwn('plans')
  useScreen({ title: key ? say.keys[key] : say.title, back: '/plan/about' })
  if (!key) return <NotHere />
  if (!isKnown && !slice.aboutMe) return <OwnLoading shape="lines" />
  return <Field key={key} name={key} />
}

function Field({ name }: { name: AboutMeKey }) {
  const { aboutMe: say, plan } = useWords()
  const { save, tooLong } = plan
  const saved = useSavedWords()
  const { slice, push } = useOwn('plans')
  const toast = useToast()
  const { aboutMe } = slice
  const text = (!aboutMe?.deletedAt && aboutMe?.texts[name]?.text) || ''
  const start: Draft = { text, baseVersion: aboutMe?.version ?? 0 }
  const { draft = start, change, clear } = useKeptDraft<Draft>(`about:${name}`, start)
  const boxId = useId()
  const form = useForm({
    check: () => [
      codePoints(draft.text) > ABOUT_ME_MAX && {
        fieldId: boxId,
        message: tooLong(new Intl.NumberFormat().format(ABOUT_ME_MAX)),
      },
    ],
    act: async () => {
      const { baseVersion } = draft
      await push('aboutMe.save', { texts: { [name]: draft.text.trim() === '' ? null : draft.text }, baseVersion })
      await clear(start)
      go('/plan/about', { replace: true })
      toast({ text: saved })
    },
  })
  return (
    <form className="form" noValidate onSubmit={form.onSubmit}>
      <TextArea
        id={boxId}
        label={say.keys[name]}
        rows={8}
        maxLength={ABOUT_ME_MAX}
        value={draft.text}
        error={form.errorOf(boxId)}
        onChange={(event) => {
          form.mend(boxId)
          change({ ...draft, text: event.target.value })
        }}
      />
      <ShareLine scope="about_me" />
      <Button type="submit" kind="primary" block id={form.buttonId}>
        {save}
      </Button>
    </form>
  )
}
