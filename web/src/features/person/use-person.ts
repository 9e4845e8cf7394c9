import { useQuery } from '@tanstack/react-query'
import { getPersonHeader } from '@weft/contract/people/operations.ts'
import { call } from '../../shell/call.ts'

export function usePerson(personId: string) {
  return useQuery({
    queryKey: ['person', personId],
    queryFn: ({ signal }) => call(getPersonHeader, { personId }, { signal }),
  })
}
