import { Button } from '@weft/ui/button/button.tsx'
import { Empty } from '@weft/ui/house-state/house-state.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useEffect, useState } from 'react'
import { forget, type KeptPage, keptPages } from '../../kept-pages.ts'
import { useWords } from '../../words/words-provider.tsx'

/** For somebody with no account and no network: the public tips that were kept on this phone. Each opens as the page it is. */
export function KeptOnPhone() {
  const { tips: say } = useWords()
  const [pages, setPages] = useState<readonly KeptPage[]>()
  useEffect(() => {
    if ('caches' in globalThis) keptPages().then(setPages, () => setPages([]))
    else setPages([])
  }, [])
  if (!pages) return null
  if (pages.length === 0) return <Empty>{say.nothingHere}</Empty>
  const remove = async (path: string) => {
    await forget(path)
    setPages(await keptPages())
  }
  return (
    <>
      <p>{say.offline}</p>
      <RowList label={say.savedTips}>
        {pages.map(({ path, title }) => (
          <ListRow
            key={path}
            title={
              // With a target the browser goes there itself, and the service worker has the page.
              <a className="tips__kept" href={path} target="_self">
                {title}
              </a>
            }
            end={
              <Button kind="quiet" aria-label={say.removeKept(title)} onClick={() => void remove(path)}>
                {say.remove}
              </Button>
            }
          />
        ))}
      </RowList>
    </>
  )
}
