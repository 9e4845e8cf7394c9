import type { App } from '@weft/contract/people/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'

export interface NewMail {
  /** What this mail tells, once: a second mail with the same key is not written. */
  effectKey: string
  to: string
  /** No name, sender, service or health word, here and in the body (domain.md 11). */
  subject: string
  body: string
  /** A path within the app, like `/sign-in`. */
  link?: string
  app: App
  expiresAt?: Date
}

export const update = { subject: 'You have an update', body: 'You have an update.' }

/** Puts a mail into the outbox in this transaction; the job `mail.deliver` sends it. */
export async function writeMail(ctx: Ctx, mail: NewMail): Promise<void> {
  await ctx.tx.asSystem('identity', () =>
    ctx.tx.db
      .insertInto('mail')
      .values({
        id: newId(ctx.now),
        to_address: mail.to,
        subject: mail.subject,
        body: mail.body,
        link: mail.link,
        app: mail.app,
        effect_key: mail.effectKey,
        created_at: ctx.now,
        not_before: ctx.now,
        expires_at: mail.expiresAt,
      })
      .onConflict((conflict) => conflict.column('effect_key').doNothing())
      .execute(),
  )
  ctx.wake('mail.deliver')
}
