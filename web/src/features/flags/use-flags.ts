import { useQuery, useQueryClient } from '@tanstack/react-query'
import { listFlags, type RiskFlag } from '@weft/contract/conversations/flags.ts'
import { useCallback, useEffect, useRef } from 'react'
import { call } from '../../shell/call.ts'
import { useSession } from '../../shell/session/session-context.ts'

const flagsKey = ['flags'] as const
/** A conversation in which nobody has written yet tells no list when a flag opens on it. */
const ASK_EVERY_MS = 60_000

/** The open flags of my teams' people. `moved` changes whenever something moved in a conversation: they are then asked for again. */
export function useOpenFlags(moved: unknown): readonly RiskFlag[] {
  const { hat } = useSession()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: flagsKey,
    queryFn: ({ signal }) => call(listFlags, {}, { signal }),
    enabled: hat === 'practitioner' || hat === 'coordinator',
    refetchInterval: ASK_EVERY_MS,
  })
  const before = useRef(moved)
  useEffect(() => {
    if (before.current !== moved) void queries.invalidateQueries({ queryKey: flagsKey })
    before.current = moved
  }, [moved, queries])
  return data?.flags ?? none
}

const none: readonly RiskFlag[] = []

export function useAskFlagsAgain(): () => void {
  const queries = useQueryClient()
  return useCallback(() => void queries.invalidateQueries({ queryKey: flagsKey }), [queries])
}
