import { AnnouncerRegions } from '@weft/ui/announcer/announcer.tsx'
import { type Announcer, createAnnouncer } from '@weft/ui/announcer/create-announcer.ts'
import { words } from '@weft/ui/announcer/words.ts'
import { usePieceWords } from '@weft/ui/language/language.tsx'
import { createContext, type ReactNode, useContext, useMemo } from 'react'

const Announcing = createContext<Announcer | undefined>(undefined)

/** The one voice for a screen reader, outside anything that comes and goes. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const say = usePieceWords('announcer', words)
  const announcer = useMemo(() => createAnnouncer({ words: say }), [say])
  return (
    <Announcing value={announcer}>
      {children}
      <AnnouncerRegions announcer={announcer} />
    </Announcing>
  )
}

export function useAnnouncer(): Announcer {
  const announcer = useContext(Announcing)
  if (!announcer) throw new Error('useAnnouncer outside AnnouncerProvider')
  return announcer
}
