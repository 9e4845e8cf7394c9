import { minutesToRead, readMarkdown } from '@weft/contract/tips/markdown.ts'
import { Empty } from '@weft/ui/house-state/house-state.tsx'
import { Prose } from '@weft/ui/prose/prose.tsx'
import { useWords } from '../../words/words.ts'
import type { TipDraft } from './tip-draft.ts'

/** The words as people will read them, beside the form. */
export function TipPreview({ draft }: { draft: TipDraft }) {
  const { tips: words } = useWords()
  const isEmpty = !draft.title.trim() && !draft.body.trim()
  const lang =
    draft.language === 'en'
      ? {}
      : { lang: draft.language, dir: draft.language === 'fa' ? ('rtl' as const) : ('ltr' as const) }
  return (
    <section className="tips-desk__preview" aria-labelledby="tip-preview">
      <h2 id="tip-preview">{words.preview}</h2>
      {isEmpty ? (
        <Empty>{words.previewEmpty}</Empty>
      ) : (
        <div className="tips-desk__paper" data-app="people">
          <h3 className="tips-desk__title" {...lang}>
            {draft.title}
          </h3>
          <p {...lang}>{draft.summary}</p>
          <p className="tips-desk__soft">{words.minutes(minutesToRead(draft.body))}</p>
          <Prose under={1} blocks={readMarkdown(draft.body)} {...lang} />
        </div>
      )}
    </section>
  )
}
