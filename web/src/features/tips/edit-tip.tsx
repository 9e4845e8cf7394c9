import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { uuidv7 } from '@weft/channels/client'
import { draftContent, editContent } from '@weft/contract/tips/desk.ts'
import type { DeskContent } from '@weft/contract/tips/shapes.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Link } from '@weft/ui/link/link.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { CallProblem, call, codeOf, referenceOf } from '../../shell/call.ts'
import { draftsOf } from '../../shell/drafts.ts'
import { HiddenPage } from '../../shell/frame/hidden-page.tsx'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { useWords } from '../../words/words.ts'
import { toneOf } from './desk-list.tsx'
import { TipActs } from './tip-acts.tsx'
import { draftOf, mistakesFrom, mistakesIn, newDraft, type TipDraft, type TipMistake, wordsOf } from './tip-draft.ts'
import { TipForm } from './tip-form.tsx'
import { TipHistory } from './tip-history.tsx'
import { TipPreview } from './tip-preview.tsx'
import { contentKey, deskKey, useContent } from './use-desk.ts'

/** Unsaved words stay while the editor looks at something else, and the tab asks before it closes over them. */
function useUnsaved(contentId: string) {
  const { accountId } = useSession()
  const place = `tip:${contentId}`
  const [draft, set] = useState((): TipDraft | undefined => {
    const kept = draftsOf(accountId).get(place)
    return kept ? JSON.parse(kept) : undefined
  })
  const setDraft = (next: TipDraft | undefined) => {
    draftsOf(accountId).set(place, next ? JSON.stringify(next) : '')
    set(next)
  }
  return [draft, setDraft] as const
}

/** Refusals as mistakes to mend, a conflict to look at, or a problem to try again. */
function useRefusal() {
  const [mistakes, setMistakes] = useState<readonly TipMistake[]>([])
  const [code, setCode] = useState<string>()
  return {
    mistakes,
    isConflict: code === 'conflict',
    hasProblem: code !== undefined && code !== 'conflict',
    clear: () => {
      setMistakes([])
      setCode(undefined)
    },
    mend: (found: TipMistake[]) => setMistakes(found),
    refused: (error: unknown) => {
      const found = error instanceof CallProblem ? mistakesFrom(error.problem.fields ?? []) : []
      setMistakes(found)
      setCode(found.length > 0 ? undefined : codeOf(error))
    },
  }
}

export function NewTip() {
  const { tips: words } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [kept, setDraft] = useUnsaved('new')
  const draft = kept ?? newDraft(new Date())
  const [contentId] = useState(() => uuidv7())
  const refusal = useRefusal()
  useTitle(words.newTitle)
  const save = useMutation({
    mutationFn: () => call(draftContent, { contentId, ...wordsOf(draft) }),
    onSuccess: async () => {
      setDraft(undefined)
      await queries.invalidateQueries({ queryKey: deskKey })
      await navigate({ to: '/tips/{-$contentId}', params: { contentId }, replace: true })
    },
    onError: refusal.refused,
  })
  const onSave = () => {
    refusal.clear()
    const found = mistakesIn(draft, new Date())
    if (found.length > 0) refusal.mend(found)
    else if (!save.isPending) save.mutate()
  }
  return (
    <div className="tips-desk__page">
      <Link className="tips-desk__back" href="/tips">
        {words.back}
      </Link>
      <h1>{words.newTitle}</h1>
      <TipForm
        draft={draft}
        isNew
        mistakes={refusal.mistakes}
        hasProblem={refusal.hasProblem}
        isSaving={save.isPending}
        onChange={setDraft}
        onSave={onSave}
      />
    </div>
  )
}

export function EditTip({ contentId }: { contentId: string }) {
  const query = useContent(contentId)
  if (query.isPending) return <Loading shape="card" count={2} onTryAgain={() => void query.refetch()} />
  if (query.data) return <Edit content={query.data} />
  if (['not-found', 'malformed', 'not-acceptable'].includes(codeOf(query.error))) return <HiddenPage />
  return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />
}

function Edit({ content }: { content: DeskContent }) {
  const { tips: words } = useWords()
  const queries = useQueryClient()
  const toast = useToast()
  const { contentId } = content
  const [kept, setDraft] = useUnsaved(contentId)
  const [baseVersion, setBaseVersion] = useState(content.version)
  const refusal = useRefusal()
  const draft = kept ?? draftOf(content)
  useTitle(words.title)

  const reload = async () => {
    refusal.clear()
    await queries.invalidateQueries({ queryKey: deskKey })
    const now = queries.getQueryData<DeskContent>(contentKey(contentId))
    setBaseVersion(now?.version ?? content.version)
  }
  const save = useMutation({
    mutationFn: () => {
      const { kind: _, ...said } = wordsOf(draft)
      return call(editContent, { contentId, baseVersion, ...said })
    },
    onSuccess: async () => {
      await reload()
      setDraft(undefined)
      toast({ text: words.saved })
    },
    onError: refusal.refused,
  })
  const onSave = () => {
    refusal.clear()
    const found = mistakesIn(draft, new Date())
    if (found.length > 0) refusal.mend(found)
    else if (!save.isPending) save.mutate()
  }
  const showTheirs = async () => {
    await reload()
    setDraft(undefined)
  }
  const isRetired = content.state === 'retired'
  return (
    <div className="tips-desk__page">
      <Link className="tips-desk__back" href="/tips">
        {words.back}
      </Link>
      <header className="tips-desk__head">
        <h1 lang={content.language}>{content.title}</h1>
        <span className="tips-desk__badges">
          <Badge>{words.kind[content.kind]}</Badge>
          <Badge tone={toneOf[content.state]}>{words.state[content.state]}</Badge>
          {content.isReviewDue && <Badge tone="warn">{words.due}</Badge>}
        </span>
      </header>
      {content.isLive && (
        <p className="tips-desk__soft">
          <a href={`/tips/${content.slug}`} target="_blank" rel="noreferrer">
            {words.open}
          </a>
          {' · '}
          {words.helped(content.helped, content.notHelped)}
        </p>
      )}
      {content.isLive && content.state !== 'published' && <Notice tone="info">{words.changedSince}</Notice>}
      {isRetired ? (
        <>
          <Notice tone="info">{words.isRetired}</Notice>
          <TipPreview draft={draftOf(content)} />
        </>
      ) : (
        <TipForm
          draft={draft}
          isSlugFixed={content.publishedVersion !== undefined}
          mistakes={refusal.mistakes}
          hasProblem={refusal.hasProblem}
          isSaving={save.isPending}
          isSaveSecond={kept === undefined && content.mayPublish}
          conflict={
            refusal.isConflict && (
              <Notice
                tone="warn"
                action={
                  <>
                    <Button onClick={() => void showTheirs()}>{words.showTheirs}</Button>
                    <Button onClick={() => void reload()}>{words.keepMine}</Button>
                  </>
                }
              >
                <p>{words.conflict}</p>
              </Notice>
            )
          }
          acts={
            <TipActs content={content} isChanged={kept !== undefined} onDone={reload} onRefused={refusal.refused} />
          }
          onChange={setDraft}
          onSave={onSave}
        />
      )}
      <TipHistory
        content={content}
        onUse={(version) => setDraft({ ...draftOf(content, version), slug: content.slug })}
      />
    </div>
  )
}
