import { type ChannelClient, createChannelClient, type SocketFactory, socketIo } from '@weft/channels/client'
import { ChannelProvider } from '@weft/channels/react'
import { type ReactNode, useEffect } from 'react'
import type { Stay } from '../device/device.ts'
import type { Rows } from '../device/rows.ts'
import { outboxStore, snapshotStore } from '../device/stores.ts'
import { takeAsked } from '../wire/ahead.ts'
import { useSessions } from './session.tsx'
import { goOn, untilShown } from './shown.ts'

/** The live connection of whoever is signed in, for as long as they are and wear this hat. */
export function LiveProvider({ stay, children }: { stay: Stay; children: ReactNode }) {
  const { dismiss } = useSessions()
  const client = clientOf(stay, () => void dismiss(true))
  useEffect(() => () => close(client), [client])
  return <ChannelProvider client={client}>{children}</ChannelProvider>
}

/** Outside of React, which may draw a screen several times before it is shown: one account under one hat has one client. */
let current: { of: string; rows: Rows; client: ChannelClient } | undefined

function clientOf(stay: Stay, onEnded: () => void): ChannelClient {
  const of = `${stay.session.accountId} ${stay.session.hat}`
  if (current?.of === of && current.rows === stay.rows) return current.client
  if (current) close(current.client)
  current = { of, rows: stay.rows, client: createLiveClient(stay, onEnded) }
  return current.client
}

/** Leave quickly: the line goes dead and nothing more is sent from this page. */
export function dropLive(): void {
  if (current) close(current.client)
}

function close(client: ChannelClient): void {
  if (current?.client === client) current = undefined
  void client.close()
}

function createLiveClient({ session, rows }: Stay, onEnded: () => void): ChannelClient {
  let isClosed = false
  const client = createChannelClient({
    url: location.origin,
    path: '/api/socket',
    auth: () => ({ app: 'people' }),
    headers: () => ({ 'weft-app': 'people' }),
    // What one person wrote never goes out under the next one's session.
    fetch: (...request) =>
      isClosed ? Promise.reject(new Error('closed')) : orElseGoOn(takeAsked(String(request[0])) ?? fetch(...request)),
    outbox: outboxStore(rows),
    outboxName: session.accountId,
    snapshots: snapshotStore(rows),
    lookAhead: ['my-conversations', 'own'],
    socketFactory: onceShown(socketIo()),
    onRefused: ({ status }) => {
      if (status === 401) onEnded()
    },
  })
  return {
    ...client,
    async close() {
      isClosed = true
      await client.close()
    },
  }
}

/** Where plain HTTP brings nothing to show, nothing waits for that. */
async function orElseGoOn(asked: Promise<Response>): Promise<Response> {
  try {
    const response = await asked
    if (!response.ok) goOn()
    return response
  } catch (error) {
    goOn()
    throw error
  }
}

/** The socket's code is fetched once there is something to see, never before it. */
function onceShown(factory: SocketFactory): SocketFactory {
  return async (options) => {
    await untilShown
    return factory(options)
  }
}
