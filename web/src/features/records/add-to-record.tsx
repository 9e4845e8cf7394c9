import { useMutation, useQueryClient } from '@tanstack/react-query'
import { uuidv7 } from '@weft/channels/client'
import { addCopy } from '@weft/contract/records/operations.ts'
import type { Days } from '@weft/contract/trackers/overview.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'
import { copiesKey } from './copies-key.ts'
import './records.css'

/** A thing on the screen, by what it is shared as. */
export interface OnScreen {
  scope: string
  name: string
}

interface Props {
  personId: string
  personName: string
  serviceId: string
  things: readonly OnScreen[]
  /** The days on the screen, of trackers. */
  days?: Days
}

/** A dated copy of what is shared and on the screen, for the record. The person is told, and the worker is told that first. */
export function AddToRecord({ personId, personName, serviceId, things, days }: Props) {
  const { records: words, conversation, time } = useWords()
  const toast = useToast()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<string>()
  const add = useMutation({
    mutationFn: (copyId: string) =>
      call(addCopy, { personId, serviceId, copyId, scopes: things.map(({ scope }) => scope), ...days }),
    onSuccess: () => {
      toast({ text: words.added(personName) })
      void queries.invalidateQueries({ queryKey: copiesKey(personId, serviceId) })
      setAsked(undefined)
    },
    onError: (error) => {
      toast({ text: codeOf(error) === 'not-found' ? words.notShared(personName) : conversation.problem })
      if (codeOf(error) === 'not-found') setAsked(undefined)
    },
  })
  if (things.length === 0) return null
  return (
    <>
      <div>
        <Button icon={FilePlus2} onClick={() => setAsked(uuidv7())}>
          {words.add}
        </Button>
      </div>
      {asked && (
        <Confirm
          title={words.title(personName)}
          act={words.act(personName)}
          stay={words.stay}
          busy={add.isPending ? words.adding : undefined}
          onAct={() => !add.isPending && add.mutate(asked)}
          onStay={() => setAsked(undefined)}
        >
          <div className="records__ask">
            <ul>
              {things.map(({ scope, name }) => (
                <li key={scope}>
                  <bdi dir="auto">{name}</bdi>
                </li>
              ))}
            </ul>
            {days && <p>{words.days(time.date(days.from), time.date(days.to))}</p>}
            <p>{words.told(personName)}</p>
          </div>
        </Confirm>
      )}
    </>
  )
}
