import { readMarkdown } from '@weft/contract/tips/markdown.ts'
import { getTip } from '@weft/contract/tips/operations.ts'
import type { Tip as TipShape } from '@weft/contract/tips/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { Prose } from '@weft/ui/prose/prose.tsx'
import { Printer } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { useSessions } from '../../shell/session.tsx'
import { CallFailed, call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { Helpful } from './helpful.tsx'
import { keptTips } from './saved-tips.ts'
import './tips.css'

const SaveTip = lazy(() => import('./save-tip.tsx'))

/** One tip or story: from the server while it answers, else the copy that came with saving it. */
export default function Tip({ params }: { params: Record<string, string> }) {
  const slug = params.slug as string
  const words = useWords()
  const say = words.tips
  const dates = useDates()
  const { standing } = useSessions()
  const stay = standing.kind === 'in' ? standing : undefined
  const rows = stay?.rows
  const [tip, setTip] = useState<TipShape>()
  const [failed, setFailed] = useState<CallFailed>()
  const isGone = failed?.code === 'not-found' || failed?.code === 'not-acceptable'
  useScreen({
    title: isGone ? words.problem.hiddenTitle : (tip?.title ?? say.title),
    tabTitle: say.title,
    back: '/tips',
  })

  const load = useCallback(() => {
    setFailed(undefined)
    call(getTip, { slug }).then(setTip, (error) => error instanceof CallFailed && setFailed(error))
  }, [slug])
  useEffect(() => {
    let isHere = true
    if (rows)
      void keptTips(rows).then((kept) => {
        const here = kept.find((one) => one.slug === slug)
        if (isHere && here) setTip((now) => now ?? here)
      })
    load()
    return () => {
      isHere = false
    }
  }, [rows, slug, load])

  if (isGone) return <NotHere isTitled />
  if (!tip && failed?.code === 'offline') return <Notice tone="info">{say.needsInternet}</Notice>
  if (!tip)
    return failed ? <Failed onTryAgain={load} reference={failed.problem?.requestId} /> : <Loading shape="lines" />
  const lang = tip.language === words.language.code ? {} : { lang: tip.language, dir: dirOf(tip.language) }
  return (
    <article className="tips">
      <p className="tips__lead" {...lang}>
        {tip.summary}
      </p>
      {tip.ageBand !== 'everyone' && <p className="tips__about">{say.ages[tip.ageBand]}</p>}
      <Prose blocks={readMarkdown(tip.body)} {...lang} />
      <footer className="tips__foot">
        {tip.sources.length > 0 && (
          <>
            <h2>{say.sources}</h2>
            <ul>
              {tip.sources.map(({ title, url }) => (
                <li key={title}>
                  {url ? (
                    <a className="tips__source" href={url} rel="noreferrer" target="_blank">
                      {title}
                    </a>
                  ) : (
                    title
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <p>{say.by(tip.authorLine)}</p>
        <p>{tip.isReviewLate ? say.reviewLate : say.reviewed(dates.date(`${tip.reviewedOn}T12:00:00Z`))}</p>
      </footer>
      <div className="tips__acts">
        {stay?.session.hat === 'patient' && (
          <Suspense>
            <SaveTip tip={tip} />
          </Suspense>
        )}
        <Button icon={Printer} onClick={() => print()}>
          {say.print}
        </Button>
      </div>
      <Helpful slug={slug} />
    </article>
  )
}

const dirOf = (language: string) => (language === 'fa' ? 'rtl' : 'ltr') as 'rtl' | 'ltr'
