import { Button } from '@weft/ui/button/button.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useState } from 'react'
import { useDates, useWords } from '../../words/words-provider.tsx'
import ShareSheet from './share-sheet.tsx'
import { StopButton } from './stop-button.tsx'
import { type Thing, whatOf } from './things.ts'
import type { Said } from './use-share-acts.ts'
import { useSharing } from './use-sharing.ts'

interface Props {
  things: readonly Thing[]
  onStopped: (said: Said) => void
}

/** Each thing with whom it is shared; then what only the person sees, to share if they like. */
export function ByThing({ things, onStopped }: Props) {
  const say = useWords().privacy
  const dates = useDates()
  const { shares, serviceOf } = useSharing()
  const [asked, setAsked] = useState<Thing>()
  const sharesOf = (thing: Thing) => shares.filter((share) => share.scope === thing.scope)
  const shared = things.filter((thing) => sharesOf(thing).length > 0)
  const rest = things.filter((thing) => sharesOf(thing).length === 0)

  return (
    <div className="privacy__views">
      {shared.length > 0 && (
        <RowList label={say.shared}>
          {shared.flatMap((thing) =>
            sharesOf(thing).map((share) => {
              const name = serviceOf(share.serviceId)?.name ?? say.aService
              return (
                <ListRow
                  key={share.shareId}
                  title={<bdi dir="auto">{thing.name}</bdi>}
                  detail={say.since(name, dates.since(share.startedAt))}
                  end={<StopButton share={share} what={thing.name} onStopped={onStopped} />}
                />
              )
            }),
          )}
        </RowList>
      )}
      <h3>{say.onlyYours}</h3>
      <RowList label={say.onlyYours}>
        {rest.map((thing) => (
          <ListRow
            key={thing.scope}
            title={<bdi dir="auto">{thing.name}</bdi>}
            end={
              <Button aria-label={say.shareNamed(thing.name)} onClick={() => setAsked(thing)}>
                {say.share}
              </Button>
            }
          />
        ))}
        <ListRow title={say.diary} detail={say.diaryNote} href="/diary" />
      </RowList>
      {asked && (
        <ShareSheet
          scope={asked.scope}
          what={whatOf(asked.scope, say)}
          name={asked.name}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}
