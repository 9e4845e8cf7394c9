import { useQuery } from '@tanstack/react-query'
import { getContent, listContent } from '@weft/contract/tips/desk.ts'
import { call } from '../../shell/call.ts'

export const deskKey = ['content'] as const
export const contentKey = (contentId: string) => [...deskKey, contentId]

export const useDesk = () =>
  useQuery({ queryKey: deskKey, queryFn: ({ signal }) => call(listContent, {}, { signal }), staleTime: 0 })

export const useContent = (contentId: string) =>
  useQuery({
    queryKey: contentKey(contentId),
    queryFn: ({ signal }) => call(getContent, { contentId }, { signal }),
    staleTime: 0,
  })
