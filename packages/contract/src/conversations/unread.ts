import type { Message } from './shapes.ts'

/**
 * Whether a message counts as new to somebody who has read through a number: what another wrote after it and did not withdraw. Lines of
 * the thread and automatic replies never count. The server counts by the same rule, so that every device shows one number.
 */
export function countsAsUnread(
  message: Pick<Message, 'number' | 'author' | 'withdrawnAt'>,
  reader: { accountId: string; readThrough: number },
): boolean {
  return (
    message.number > reader.readThrough &&
    message.author !== undefined &&
    message.author.accountId !== reader.accountId &&
    message.withdrawnAt === undefined
  )
}
