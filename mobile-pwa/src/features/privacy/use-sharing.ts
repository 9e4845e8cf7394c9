import { type OutboxItem, uuidv7 } from '@weft/channels/client'
import type { Share, ShareFrom, SharingService } from '@weft/contract/sharing/shapes.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { isHeldUp } from '../../shell/unsent.ts'
import { useOnline } from '../../shell/use-online.ts'

/** One sharing choice, before or after it is made. */
export interface Choice {
  serviceId: string
  scope: string
}

export interface SharingHeld {
  /** Stopped here, and not yet where the service reads. */
  stops: readonly Choice[]
  /** Shared here, and not yet for the service. */
  starts: readonly Choice[]
}

/** What a person shares and with whom they could, as this device has it: with what is still on its way already done. */
export function useSharing() {
  const { slice, isKnown, waiting, refused, push, discard } = useOwn('sharing')
  const held = useHeld(waiting)

  return {
    isKnown,
    shares: slice.shares,
    services: slice.services,
    asks: slice.asks,
    held,
    /** Choices that the server would not have: the person has left that service, above all. */
    refused: refused.filter(({ push: name = '' }) => name.startsWith('share.')),
    discard,
    serviceOf: (serviceId: string): SharingService | undefined =>
      slice.services.find((service) => service.serviceId === serviceId),
    /** `again` takes up a choice that was just stopped, where it was. */
    start: ({ serviceId, scope }: Choice, from: ShareFrom, again?: Share) =>
      push('share.start', { shareId: uuidv7(), serviceId, scope, from, ...(again && { again: again.shareId }) }),
    stop: ({ serviceId, scope }: Choice) => push('share.stop', { serviceId, scope }),
  }
}

const soonMs = 3_000
const heldPushes = ['share.stop', 'share.start', 'share.answerAsk']
const isYes = ({ push, input }: OutboxItem) => push === 'share.answerAsk' && input.isYes === true

/** Choices that did not simply go. What was once said to be waiting is waiting until the server has it, whatever the network says of itself. */
function useHeld(waiting: readonly OutboxItem[]): SharingHeld {
  const isOnline = useOnline()
  const known = useRef(new Set<string>())
  const [now, setNow] = useState(() => Date.now())
  const choices = useMemo(
    () => waiting.filter(({ push, state }) => state !== 'sent' && push && heldPushes.includes(push)),
    [waiting],
  )
  useEffect(() => {
    if (choices.length === 0) return
    const timer = setTimeout(() => setNow(Date.now()), soonMs)
    return () => clearTimeout(timer)
  }, [choices])

  return useMemo(() => {
    const isHeld = (item: OutboxItem) =>
      isHeldUp(item, isOnline) || known.current.has(item.id) || now - item.createdAt >= soonMs
    const held = choices.filter(isHeld)
    known.current = new Set(held.map(({ id }) => id))
    const of = (name: string) => held.filter(({ push }) => push === name).map(choiceOf)
    return { stops: of('share.stop'), starts: [...of('share.start'), ...held.filter(isYes).map(choiceOf)] }
  }, [choices, isOnline, now])
}

export const choiceOf = ({ input }: Pick<OutboxItem, 'input'>): Choice => ({
  serviceId: String(input.serviceId),
  scope: String(input.scope),
})
