import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { uuidv7 } from '@weft/channels/client'
import { localDate } from '@weft/contract/conversations/zone-time.ts'
import { askToSee, listAsks } from '@weft/contract/sharing/operations.ts'
import type { ShareAsk } from '@weft/contract/sharing/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { call } from '../../shell/call.ts'
import { deviceZone } from '../../words/calendar.ts'
import { useWords } from '../../words/words.ts'
import './records.css'

type Scope = ShareAsk['scope']

interface Props {
  personId: string
  personName: string
  serviceId: string
  scopes: readonly Scope[]
  /** What is shared at this moment: there is nothing to ask for. */
  open: ReadonlySet<string>
}

/** Asks the person to share a kind of thing. What they answer is theirs: until it is shared this says when it was asked, and nothing else. */
export function AskToSee({ personId, personName, serviceId, scopes, open }: Props) {
  const { records, conversation, time } = useWords()
  const words = records.ask
  const toast = useToast()
  const queries = useQueryClient()
  const queryKey = ['asks', personId, serviceId]
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(listAsks, { personId, serviceId }, { signal }),
    gcTime: 0,
  })
  const ask = useMutation({
    mutationFn: (scope: Scope) => call(askToSee, { personId, serviceId, askId: uuidv7(), scope }),
    onSuccess: () => toast({ text: words.asked(personName) }),
    onError: () => toast({ text: conversation.problem }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const closed = scopes.filter((scope) => !open.has(scope))
  if (!data || closed.length === 0) return null
  const dayOf = (at: string) => time.date(localDate(Date.parse(at), deviceZone()))
  const askedFor = (scope: Scope) => data.asks.find((one) => one.scope === scope)
  return (
    <ul className="records__asks">
      {closed.map((scope) => {
        const known = askedFor(scope)
        const what = records.kinds[scope]
        const whatToSee = words.what[scope]
        return (
          <li key={scope}>
            {known ? (
              <span className="records__soft">
                {words.since(what, known.byName, dayOf(known.askedAt), dayOf(known.againAt))}
              </span>
            ) : (
              <Button
                kind="quiet"
                busy={ask.isPending ? words.act(whatToSee) : undefined}
                onClick={() => ask.mutate(scope)}
              >
                {words.act(whatToSee)}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
