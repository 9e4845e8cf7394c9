import {
  conversationChannel,
  deskChannel,
  inboxChannel,
  myConversationsChannel,
} from '@weft/contract/conversations/channel.ts'
import type { Feature } from '../../platform/feature.ts'
import { correct } from './correct-message.ts'
import { edit } from './edit-message.ts'
import * as flags from './flags.ts'
import { gatherInbox } from './gather-inbox.ts'
import { get } from './get-conversation.ts'
import { desk } from './get-desk.ts'
import { hide } from './hide-message.ts'
import { listMine } from './list-conversations.ts'
import { inbox } from './list-inbox.ts'
import { list } from './list-messages.ts'
import { listeners } from './listeners.ts'
import { permissions } from './policy.ts'
import { read } from './read-conversation.ts'
import { send } from './send-message.ts'
import { subject } from './subject.ts'
import { whoCanSee } from './who-can-see.ts'
import { withdraw } from './withdraw-message.ts'

export const feature: Feature = {
  name: 'conversations',
  tables: [
    'conversation',
    'conversation_member',
    'message',
    'withdrawn_text',
    'conversation_read',
    'message_hidden',
    'risk_flag',
  ],
  permissions,
  operations: [
    listMine,
    get,
    list,
    send,
    edit,
    correct,
    withdraw,
    hide,
    read,
    whoCanSee,
    desk,
    inbox,
    flags.list,
    flags.acknowledge,
    flags.close,
  ],
  channels: [conversationChannel, myConversationsChannel, deskChannel, inboxChannel],
  jobs: [gatherInbox],
  listeners,
  subject,
}
