import { useChannel } from '@weft/channels/react'
import { conversationChannel } from '@weft/contract/conversations/channel.ts'
import { Loading } from '@weft/ui/house-state/house-state.tsx'
import { useConversations } from '../../shell/conversations.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import type { Params } from '../../shell/paths.ts'
import { useWords } from '../../words/words-provider.tsx'
import { OpenConversation } from './open-conversation.tsx'

/** One conversation (experience.md P7). Absent, not shared and mistyped are one page. */
export default function Conversation({ params }: { params: Params }) {
  const words = useWords()
  const conversationId = params.id as string
  const channel = useChannel(conversationChannel, { conversationId })
  const row = useConversations().rows?.find((one) => one.conversationId === conversationId)
  const { state, status } = channel

  useScreen({
    title: state?.head.serviceName ?? row?.serviceName ?? words.conversation.title,
    tabTitle: words.messages.title,
    back: '/messages',
    layout: state ? 'fill' : 'page',
  })
  if (status === 'refused') return <NotHere />
  if (!state) return <Loading shape="thread" onTryAgain={channel.retry} />
  return <OpenConversation key={conversationId} channel={channel} state={state} row={row} />
}
