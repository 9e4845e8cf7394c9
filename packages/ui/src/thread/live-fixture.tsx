import { useCallback, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import type { ThreadItem } from './items.ts'
import { Thread } from './thread.tsx'

/** A thread that grows at both ends by hand, to see that the reader's place is kept. */
export function LiveThread({ all }: { all: readonly ThreadItem[] }) {
  const [items, setItems] = useState(() => all.slice(-40))
  const [isLoading, setLoading] = useState(false)
  const count = useRef(0)
  const write = (own: boolean) => {
    count.current += 1
    const last = all.at(-1)!
    if (last.kind !== 'message') return
    setItems((held) => [
      ...held,
      { ...last, id: `live-${count.current}`, own, text: `Arrived ${count.current}. `.repeat(12) },
    ])
  }
  const loadEarlier = useCallback(() => {
    setLoading(true)
    setTimeout(() => {
      setItems((held) => [...all.slice(Math.max(0, all.indexOf(held[0]!) - 40), all.indexOf(held[0]!)), ...held])
      setLoading(false)
    }, 50)
  }, [all])
  const hasMore = items[0] !== all[0]
  return (
    <div style={{ display: 'flex', flexDirection: 'column', blockSize: '100%' }}>
      <div style={{ flex: 1, minBlockSize: 0 }}>
        <Thread
          label="Messages with Lichfield Wellbeing"
          items={items}
          earlier={isLoading ? 'loading' : hasMore ? 'more' : 'none'}
          onLoadEarlier={loadEarlier}
        />
      </div>
      <div>
        <Button onClick={() => write(false)}>They write</Button>
        <Button onClick={() => write(true)}>I write</Button>
      </div>
    </div>
  )
}
