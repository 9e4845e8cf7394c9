import { useInfiniteQuery } from '@tanstack/react-query'
import { listCaseload } from '@weft/contract/organisations/operations.ts'
import type { CaseloadRow } from '@weft/contract/organisations/shapes.ts'
import { useEffect, useMemo } from 'react'
import { call } from '../../shell/call.ts'
import { sectionsFor } from '../../shell/frame/sections.ts'
import { useSession } from '../../shell/session/session-context.ts'

export const caseloadKey = ['caseload'] as const
const PAGE = 200

export interface Caseload {
  rows: readonly CaseloadRow[]
  total: number
  isLoading: boolean
  /** The first page is here and the rest is still coming. */
  isFilling: boolean
  error: unknown
  updatedAt: number
  refetch: () => void
}

/**
 * Everybody my teams are with, page by page until all are here; one copy for the table and the palette. `isWanted` is said only where
 * people are looked for: each row fetched is on record as a look at somebody.
 */
export function useCaseload({ isWanted }: { isWanted: boolean }): Caseload {
  const { hat } = useSession()
  const query = useInfiniteQuery({
    queryKey: caseloadKey,
    queryFn: ({ pageParam, signal }) =>
      call(listCaseload, { limit: PAGE, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    enabled: isWanted && sectionsFor(hat).some(({ name }) => name === 'caseload'),
    staleTime: 60_000,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage, data } = query
  useEffect(() => {
    if (isWanted && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [isWanted, hasNextPage, isFetching, isError, fetchNextPage])

  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  return {
    rows,
    total: data?.pages.at(-1)?.total ?? 0,
    isLoading: query.isPending && query.fetchStatus !== 'idle',
    isFilling: hasNextPage,
    error: query.error,
    updatedAt: query.dataUpdatedAt,
    refetch: () => void query.refetch(),
  }
}
