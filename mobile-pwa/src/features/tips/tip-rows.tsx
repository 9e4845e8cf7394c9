import type { TipCard } from '@weft/contract/tips/shapes.ts'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useWords } from '../../words/words-provider.tsx'

type Shown = Pick<TipCard, 'contentId' | 'kind' | 'slug' | 'title' | 'summary' | 'minutes' | 'language' | 'ageBand'>

/** Tips as rows to open: what each is about, and how long it takes. */
export function TipRows({ tips, label }: { tips: readonly Shown[]; label: string }) {
  const { tips: say, language } = useWords()
  return (
    <RowList label={label}>
      {tips.map((tip) => (
        <ListRow
          key={tip.contentId}
          href={`/tips/${tip.slug}`}
          title={<span lang={tip.language === language.code ? undefined : tip.language}>{tip.title}</span>}
          detail={
            <>
              <span className="tips__summary" lang={tip.language === language.code ? undefined : tip.language}>
                {tip.summary}
              </span>
              {tip.kind === 'story' && `${say.story} · `}
              {[say.ages[tip.ageBand], say.minutes(tip.minutes)].filter(Boolean).join(' · ')}
            </>
          }
        />
      ))}
    </RowList>
  )
}
