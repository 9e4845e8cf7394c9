import { type OutboxItem, uuidv7 } from '@weft/channels/client'
import type { Share, ShareFrom, SharingService } from '@weft/contract/sharing/shapes.ts'
import { useMemo } from 'react'
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
  const isOnline = useOnline()
  const held = useMemo<SharingHeld>(() => {
    const of = (name: string) =>
      waiting.filter((item) => item.push === name && isHeldUp(item, isOnline)).map((item) => choiceOf(item))
    return { stops: of('share.stop'), starts: of('share.start') }
  }, [waiting, isOnline])

  return {
    isKnown,
    shares: slice.shares,
    services: slice.services,
    held,
    /** Choices that the server would not have: the person has left that service, above all. */
    refused: refused.filter(({ push: name }) => name === 'share.start' || name === 'share.stop'),
    discard,
    serviceOf: (serviceId: string): SharingService | undefined =>
      slice.services.find((service) => service.serviceId === serviceId),
    /** `again` takes up a choice that was just stopped, where it was. */
    start: ({ serviceId, scope }: Choice, from: ShareFrom, again?: Share) =>
      push('share.start', { shareId: uuidv7(), serviceId, scope, from, ...(again && { again: again.shareId }) }),
    stop: ({ serviceId, scope }: Choice) => push('share.stop', { serviceId, scope }),
  }
}

export const choiceOf = ({ input }: Pick<OutboxItem, 'input'>): Choice => ({
  serviceId: String(input.serviceId),
  scope: String(input.scope),
})

export const isSame = (a: Choice, b: Choice) => a.serviceId === b.serviceId && a.scope === b.scope
