import { createChannelClient, uuidv7 } from '@weft/channels/client'
import { ChannelProvider, useChannel } from '@weft/channels/react'
import type { ReactNode } from 'react'
import { shoppingChannel } from './shopping-channel.ts'

const client = createChannelClient({ url: 'http://localhost:4000' })

export function App({ listId }: { listId: string }) {
  return (
    <ChannelProvider client={client}>
      <ShoppingList listId={listId} />
    </ChannelProvider>
  )
}

function ShoppingList({ listId }: { listId: string }) {
  const { status, state, pending, push, retry } = useChannel(shoppingChannel, { listId })
  if (status === 'refused') return <Act onClick={retry}>This list is not shared with you. Try again</Act>
  const ids = new Set(state?.items.map((item) => item.id))
  return (
    <form action={(form) => void push('item.add', { id: uuidv7(), text: String(form.get('text')) })}>
      <p>{status}</p>
      <ul>
        {state?.items.map((item) => (
          <li key={item.id}>
            {item.text} {!item.isBought && <Act onClick={() => void push('item.buy', { id: item.id })}>Bought</Act>}
          </li>
        ))}
        {pending
          .filter(({ input }) => !ids.has(String(input.id)))
          .map(({ id, input, state: sending }) => (
            <li key={id}>
              {String(input.text)} ({sending})
            </li>
          ))}
      </ul>
      <input name="text" aria-label="What to buy" />
    </form>
  )
}

const Act = (props: { onClick(): void; children: ReactNode }) => <button type="button" {...props} />
