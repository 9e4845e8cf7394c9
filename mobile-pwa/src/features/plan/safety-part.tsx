import { ITEM_MAX, PHONE_MAX, type PlanItem, type PlanPart } from '@weft/contract/plans/shapes.ts'
import { codePoints } from '@weft/contract/scalars.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { ProgressThread } from '@weft/ui/progress-thread/progress-thread.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useRef } from 'react'
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
import { type Line, LinesEditor, toItems, toLines } from './lines-editor.tsx'
import { pages } from './plan-parts.tsx'
import './plan.css'
import '../../shell/form.css'

const withPhones: readonly PlanPart[] = ['distractions', 'people', 'professionals']

interface Draft {
  lines: Partial<Record<PlanPart, Line[]>>
  baseVersion: number
}

/** One part of the plan on a page of its own; each save is a version of the whole. */
export default function SafetyPart({ params }: { params: Record<string, string> }) {
  const at = pages.findIndex(([first]) => first === params.part)
  const page = pages[at]
  const { safetyPlan: say } = useWords()
  const { slice, isKnown } = useOwn('plans')
  useScreen({ title: page ? say.parts[page[0]] : say.title, back: '/plan/safety' })
  if (!page) return <NotHere />
  if (!isKnown && !slice.safetyPlan) return <OwnLoading shape="lines" />
  return <Fields key={params.part} page={page} at={at} />
}

function Fields({ page, at }: { page: readonly [PlanPart, ...PlanPart[]]; at: number }) {
  const words = useWords()
  const { safetyPlan: say } = words
  const { save, tooLong } = words.plan
  const saved = useSavedWords()
  const { slice, push } = useOwn('plans')
  const toast = useToast()
  const { safetyPlan } = slice
  const isNew = !safetyPlan || safetyPlan.deletedAt !== undefined
  const itemsOf = (part: PlanPart): readonly PlanItem[] => (isNew ? [] : safetyPlan.parts[part].items)
  const start: Draft = {
    lines: Object.fromEntries(page.map((part) => [part, toLines(itemsOf(part))])),
    baseVersion: safetyPlan?.version ?? 0,
  }
  const { draft = start, change, clear } = useKeptDraft<Draft>(`safety:${page[0]}`, start)
  const next = pages[at + 1]
  const goesOn = useRef(false)
  const goOn = (isOn: boolean) => {
    goesOn.current = isOn
  }

  const form = useForm({
    check: () =>
      page.flatMap((part) =>
        (draft.lines[part] ?? []).flatMap(({ text, phone }, line) => [
          codePoints(text.trim()) > ITEM_MAX && { fieldId: `${part}-${line}`, message: tooLong(String(ITEM_MAX)) },
          codePoints(phone.trim()) > PHONE_MAX && {
            fieldId: `${part}-${line}-phone`,
            message: tooLong(String(PHONE_MAX)),
          },
        ]),
      ),
    act: async () => {
      const parts = Object.fromEntries(page.map((part) => [part, toItems(draft.lines[part] ?? [])]))
      await push('safetyPlan.save', { parts, baseVersion: draft.baseVersion })
      await clear(start)
      go(goesOn.current && next ? `/plan/safety/${next[0]}` : '/plan/safety', { replace: true })
      toast({ text: saved })
    },
  })
  return (
    <form className="form" noValidate onSubmit={form.onSubmit}>
      <ProgressThread step={at + 1} of={pages.length} label={say.step(at + 1)} />
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      {page.map((part) => (
        <LinesEditor
          key={part}
          id={part}
          legend={say.parts[part]}
          hint={say.hints[part]}
          lines={draft.lines[part] ?? []}
          withPhone={withPhones.includes(part)}
          isTitled={page.length === 1}
          errorOf={form.errorOf}
          onChange={(lines) => change({ ...draft, lines: { ...draft.lines, [part]: lines } })}
        />
      ))}
      <ShareLine scope="safety_plan" />
      <Button type="submit" kind="primary" block id={form.buttonId} onClick={() => goOn(false)}>
        {save}
      </Button>
      {next && (
        <Button type="submit" block onClick={() => goOn(true)}>
          {say.saveNext}
        </Button>
      )}
    </form>
  )
}
