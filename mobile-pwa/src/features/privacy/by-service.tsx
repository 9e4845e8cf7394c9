import { Button } from '@weft/ui/button/button.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { StopButton } from './stop-button.tsx'
import { nameOf, type Thing } from './things.ts'
import { type Said, useShareActs } from './use-share-acts.ts'
import { useSharing } from './use-sharing.ts'

interface Props {
  things: readonly Thing[]
  onStopped: (said: Said) => void
}

/** Each service with what it sees. */
export function ByService({ things, onStopped }: Props) {
  const say = useWords().privacy
  const dates = useDates()
  const acts = useShareActs()
  const { shares, services } = useSharing()
  if (services.length === 0) return <p>{say.noServices}</p>

  return (
    <div className="privacy__views">
      {services.map((service) => {
        const theirs = shares.filter((share) => share.serviceId === service.serviceId)
        const stopAll = () => {
          const said = theirs.map((share) => acts.stop(share, nameOf(things, share.scope, say)))
          onStopped({
            text: say.stopped(say.everything, service.name),
            onUndo: () => {
              for (const one of said) one.onUndo()
            },
          })
        }
        return (
          <section key={service.serviceId} aria-labelledby={`sees-${service.serviceId}`}>
            <h3 id={`sees-${service.serviceId}`}>
              <bdi dir="auto">{service.name}</bdi>
            </h3>
            {theirs.length === 0 ? (
              <p>{service.isLeaving ? say.leaving : say.seesNothingOfYours}</p>
            ) : (
              <>
                <RowList label={service.name}>
                  {theirs.map((share) => {
                    const name = nameOf(things, share.scope, say)
                    return (
                      <ListRow
                        key={share.shareId}
                        title={<bdi dir="auto">{name}</bdi>}
                        detail={say.seesSince(dates.since(share.startedAt))}
                        end={<StopButton share={share} what={name} onStopped={onStopped} />}
                      />
                    )
                  })}
                </RowList>
                {theirs.length > 1 && <Button onClick={stopAll}>{say.stopAll(service.name)}</Button>}
              </>
            )}
          </section>
        )
      })}
    </div>
  )
}
