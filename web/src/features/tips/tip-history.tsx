import type { DeskContent } from '@weft/contract/tips/shapes.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { useWords } from '../../words/words.ts'

/** What it said before, newest first; nothing that was said is lost. */
export function TipHistory({ content, onUse }: { content: DeskContent; onUse: (version: number) => void }) {
  const { tips: words, time } = useWords()
  return (
    <section className="tips-desk__history" aria-labelledby="tip-history">
      <h2 id="tip-history">{words.history}</h2>
      <ol>
        {content.versions.map(({ version, title, writtenBy, writtenAt }) => (
          <li key={version}>
            <span className="tips-desk__badges">
              <b>{words.version(version)}</b>
              {version === content.publishedVersion && content.isLive && <Badge tone="ok">{words.isPublic}</Badge>}
            </span>
            <span>{title}</span>
            <span className="tips-desk__soft">{words.wrote(writtenBy, time.date(writtenAt.slice(0, 10)))}</span>
            {version !== content.version && content.state !== 'retired' && (
              <Button kind="quiet" onClick={() => onUse(version)}>
                {words.takeVersion(version)}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
