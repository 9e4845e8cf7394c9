import { useQuery } from '@tanstack/react-query'
import { getPersonHeader } from '@weft/contract/people/operations.ts'
import { call, codeOf } from '../../shell/call.ts'

export const personKey = ['person'] as const

/** Who may no longer be seen is not shown as they last were: with the refusal, `data` goes. */
export function usePerson(personId: string) {
  const query = useQuery({
    queryKey: [...personKey, personId],
    queryFn: ({ signal }) => call(getPersonHeader, { personId }, { signal }),
  })
  return codeOf(query.error) === 'not-found' ? { ...query, data: undefined } : query
}
