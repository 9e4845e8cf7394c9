import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { endDevice, listDevices } from '@weft/contract/people/operations.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { call, referenceOf } from '../../shell/call.ts'
import { deviceZone } from '../../words/calendar.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords } from '../../words/words.ts'

/** Where I am signed in; ending one closes its screens at once. */
export function Devices() {
  const { me: words, time, conversation } = useWords()
  const now = useNow()
  const queries = useQueryClient()
  const toast = useToast()
  const query = useQuery({ queryKey: ['devices'], queryFn: ({ signal }) => call(listDevices, {}, { signal }) })
  const end = useMutation({
    mutationFn: (sessionId: string) => call(endDevice, { sessionId }),
    onError: () => toast({ text: conversation.problem }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['devices'] }),
  })
  return (
    <section className="me__part">
      <h2>{words.devices}</h2>
      {query.isPending ? (
        <Loading shape="lines" onTryAgain={() => void query.refetch()} />
      ) : query.isError && !query.data ? (
        <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />
      ) : (
        <ul className="me__devices">
          {query.data.devices
            .filter((device) => device.app === 'staff')
            .map((device) => (
              <li key={device.sessionId}>
                <span>
                  {device.label} {device.isThisOne && <Badge tone="brand">{words.thisDevice}</Badge>}
                </span>
                <span className="me__hint">{words.lastUsed(time.inList(device.lastUsedAt, deviceZone(), now))}</span>
                {!device.isThisOne && (
                  <Button
                    kind="quiet"
                    aria-label={words.endDevice(device.label)}
                    onClick={() => end.mutate(device.sessionId)}
                  >
                    {words.signOut}
                  </Button>
                )}
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}
