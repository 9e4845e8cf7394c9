import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '@weft/contract/people/shapes.ts'
import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'

export interface Letter {
  /** The same when it is sent again, so that a mailbox can tell a repeat. */
  id: string
  to: string
  subject: string
  body: string
  /** A path within the app; made whole here. */
  link?: string
  app: App
}

/** Where letters leave the house. */
export interface Post {
  /** Resolves once the next server has taken it. Throws when it may be tried again; sending twice is possible, losing is not. */
  send(letter: Letter): Promise<void>
}

/** Real mail by SMTP when the deployment has it; otherwise readable files under `DATA_DIR/mail`. */
export function createPost(config: Config): Post {
  const { mailUrl } = config
  if (!mailUrl) return createFilePost(config)
  const transport = createTransport({ url: mailUrl, connectionTimeout: 10_000, socketTimeout: 20_000, pool: true })
  return {
    async send(letter) {
      await transport.sendMail(compose(letter, config))
    },
  }
}

function createFilePost(config: Config): Post {
  const folder = join(config.dataDir, 'mail')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(letter) {
      const { message } = await transport.sendMail(compose(letter, config))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(join(folder, `${letter.id}.eml`), message as Buffer, { mode: 0o600 })
    },
  }
}

function compose(letter: Letter, config: Config) {
  const base =
    letter.app === 'staff' ? (config.staffUrl ?? new URL('/staff/', config.publicUrl).href) : config.publicUrl
  const link = letter.link && new URL(letter.link.replace(/^\//, ''), base.endsWith('/') ? base : `${base}/`).href
  return {
    messageId: `<${letter.id}@${new URL(config.publicUrl).hostname}>`,
    from: config.mailFrom,
    to: letter.to,
    subject: letter.subject,
    text: link ? `${letter.body}\n\n${link}\n` : `${letter.body}\n`,
    // No reply is read, no robot should answer, and nothing in it may be fetched or run.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableUrlAccess: true,
    disableFileAccess: true,
  }
}
