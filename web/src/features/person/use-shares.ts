import { useChannelClient } from '@weft/channels/react'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { useEffect, useState } from 'react'

const nothing: readonly string[] = []

/**
 * What somebody shares with these services now, each scope once: live, and empty as soon as a service may no longer be told. That a worker
 * was told stands in the person's log.
 */
export function useShares(personId: string, serviceIds: readonly string[]): readonly string[] {
  const client = useChannelClient()
  const about = [personId, ...serviceIds].join(' ')
  const [known, setKnown] = useState({ about, scopes: nothing })
  useEffect(() => {
    const [personId = '', ...serviceIds] = about.split(' ')
    const feeds = serviceIds.map((serviceId) => client.open(sharedChannel, { personId, serviceId }))
    const read = () => {
      const told = feeds.flatMap((feed) => {
        const { status, state } = feed.view()
        return status === 'refused' ? [] : (state?.scopes ?? []).map(({ scope }) => scope)
      })
      setKnown({ about, scopes: [...new Set(told)] })
    }
    const stops = feeds.map((feed) => feed.subscribe(read))
    read()
    return () => {
      for (const stop of stops) stop()
      for (const feed of feeds) feed.close()
    }
  }, [client, about])
  // Never for a moment what somebody else shares.
  return known.about === about ? known.scopes : nothing
}
