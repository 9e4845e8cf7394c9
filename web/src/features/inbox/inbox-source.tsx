import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useChannel, useSignal } from '@weft/channels/react'
import { inboxChannel } from '@weft/contract/conversations/channel.ts'
import type { RiskFlag } from '@weft/contract/conversations/flags.ts'
import type { ConversationRow, InboxRow } from '@weft/contract/conversations/shapes.ts'
import { listMyServices } from '@weft/contract/organisations/operations.ts'
import type { Service } from '@weft/contract/organisations/shapes.ts'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../shell/call.ts'
import { sectionsFor } from '../../shell/frame/sections.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { caseloadKey } from '../caseload/use-caseload.ts'
import { useOpenFlags } from '../flags/use-flags.ts'
import { personKey } from '../person/use-person.ts'
import { Attendance, AttendanceProvider, useAttendance } from './attendance.ts'
import { type InboxItem, inboxItems, inFolder, isWaiting } from './inbox-items.ts'
import { useMyRows } from './use-my-rows.ts'

export const servicesKey = ['services', 'mine'] as const

export interface InboxSourceValue {
  items: readonly InboxItem[]
  flags: readonly RiskFlag[]
  /** Services whose team I am in, by id. */
  services: ReadonlyMap<string, Service>
  rowOf: (conversationId: string) => ConversationRow | undefined
  /** How many wait for an answer, for the folders and the rail. */
  waiting: { mine: number; all: number }
  status: 'loading' | 'ready' | 'failed'
  /** Nothing more of the list is on its way. */
  isWhole: boolean
  hasNoTeam: boolean
  retry: () => void
}

const nothing: InboxSourceValue = {
  items: [],
  flags: [],
  services: new Map(),
  rowOf: () => undefined,
  waiting: { mine: 0, all: 0 },
  status: 'ready',
  isWhole: true,
  hasNoTeam: false,
  retry: () => {},
}

const InboxContext = createContext<InboxSourceValue>(nothing)
export const useInbox = () => useContext(InboxContext)

/** Keeps the inbox true on every page, so that its count is too; hats without an inbox get none. */
export function InboxSource({ children }: { children: ReactNode }) {
  const { hat } = useSession()
  const has = sectionsFor(hat).some(({ name }) => name === 'inbox')
  return has ? <LiveInbox>{children}</LiveInbox> : children
}

function LiveInbox({ children }: { children: ReactNode }) {
  const { displayName } = useSession()
  const services = useQuery({ queryKey: servicesKey, queryFn: ({ signal }) => call(listMyServices, {}, { signal }) })
  const { rows, isWhole, status, retry } = useMyRows()
  const [attendance] = useState(() => new Attendance())
  const [lines, setLines] = useState<ReadonlyMap<string, readonly InboxRow[]>>(new Map())
  const take = useCallback((serviceId: string, rows: readonly InboxRow[] | undefined) => {
    setLines((old) => {
      const next = new Map(old)
      if (rows) next.set(serviceId, rows)
      else next.delete(serviceId)
      return next
    })
  }, [])
  useFreshness(rows)

  const moved = useMemo(() => [rows, lines], [rows, lines])
  const flags = useOpenFlags(moved)
  const items = useMemo(() => {
    const flagged = new Set(flags.map((flag) => flag.conversationId))
    return inboxItems(rows ?? [], [...lines.values()].flat(), displayName, flagged)
  }, [rows, lines, displayName, flags])
  const value = useMemo((): InboxSourceValue => {
    const list = services.data?.services
    return {
      items,
      flags,
      services: new Map((list ?? []).map((service) => [service.serviceId, service])),
      rowOf: (conversationId) => rows?.find((row) => row.conversationId === conversationId),
      waiting: { mine: inFolder(items, 'mine').filter(isWaiting).length, all: items.filter(isWaiting).length },
      status: rows ? 'ready' : status === 'refused' || services.isError ? 'failed' : 'loading',
      isWhole,
      hasNoTeam: list?.length === 0 && rows?.length === 0,
      retry: () => {
        retry()
        void services.refetch()
      },
    }
  }, [items, flags, rows, services.data, services.isError, services.refetch, isWhole, status, retry])

  return (
    <InboxContext value={value}>
      <AttendanceProvider value={attendance}>
        {services.data?.services.map(({ serviceId }) => (
          <ServiceLines key={serviceId} serviceId={serviceId} onLines={take} />
        ))}
        {children}
      </AttendanceProvider>
    </InboxContext>
  )
}

/** Listens to one team's newest lines; draws nothing. */
function ServiceLines({
  serviceId,
  onLines,
}: {
  serviceId: string
  onLines: (serviceId: string, rows: readonly InboxRow[] | undefined) => void
}) {
  const { accountId } = useSession()
  const attendance = useAttendance()
  const { state, signal } = useChannel(inboxChannel, { serviceId })
  const rows = state?.rows
  useEffect(
    () => attendance.speakThrough(serviceId, (data) => signal('attending', data)),
    [attendance, serviceId, signal],
  )
  useSignal(inboxChannel, { serviceId }, 'attending', (data, from) => {
    if (from && from !== accountId) attendance.heard(from, data)
  })
  useEffect(() => {
    if (rows) onLines(serviceId, rows)
  }, [serviceId, rows, onLines])
  useEffect(() => () => onLines(serviceId, undefined), [serviceId, onLines])
  return null
}

/** Somebody came or went: what hangs on that is asked for again, and what is not on the screen is not kept for later. */
function useFreshness(rows: readonly ConversationRow[] | undefined): void {
  const queries = useQueryClient()
  const stands = rows && [...new Set(rows.map((row) => `${row.conversationId} ${row.state}`))].sort().join()
  const before = useRef(stands)
  useEffect(() => {
    if (stands === undefined || stands === before.current) return
    if (before.current !== undefined) {
      queries.removeQueries({ type: 'inactive' })
      for (const queryKey of [caseloadKey, servicesKey, personKey]) void queries.invalidateQueries({ queryKey })
    }
    before.current = stands
  }, [stands, queries])
}
