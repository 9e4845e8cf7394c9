import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeSettings, getSettings } from '@weft/contract/people/operations.ts'
import type { AccountSettings } from '@weft/contract/people/shapes.ts'
import { useEffect, useSyncExternalStore } from 'react'
import { call } from '../call.ts'
import { changePreferences, preferences, subscribePreferences } from './preferences.ts'

const settingsKey = ['settings'] as const

export const usePreferences = () => useSyncExternalStore(subscribePreferences, preferences)

/** What belongs to the account. The theme is kept here too, so that the next start has it before anybody is asked. */
export function useSettings() {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => call(getSettings, {}, { signal }),
    staleTime: Infinity,
  })
  const theme = query.data?.theme
  useEffect(() => {
    if (theme && theme !== preferences().theme) changePreferences({ theme })
  }, [theme])
  const change = useMutation({
    mutationFn: (part: Partial<AccountSettings>) => call(changeSettings, part),
    onMutate: (part) => {
      const before = queries.getQueryData<AccountSettings>(settingsKey)
      if (before) queries.setQueryData(settingsKey, { ...before, ...part })
      return before
    },
    onSuccess: (now) => queries.setQueryData(settingsKey, now),
    onError: (_error, _part, before) => queries.setQueryData(settingsKey, before),
  })
  return { settings: query.data, isError: query.isError, refetch: query.refetch, change }
}

export const useEnterSends = (): boolean => useSettings().settings?.enterToSend === true
