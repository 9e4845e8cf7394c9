import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError } from '@weft/contract/problem.ts'
import type { FastifyInstance } from 'fastify'
import { isFromThisMachine } from '../../platform/local.ts'

const SHOWN = 50

interface ReadableMail {
  to: string
  subject: string
  text: string
  sentAt: string
}

/**
 * Development only, and from this machine only: what was mailed, newest first, at `/dev/mail`; as JSON for whoever asks for it, `?to=` for one
 * mailbox. Codes stand in it, so to anybody else on the network there is no such page.
 */
export async function devMail(http: FastifyInstance, { dataDir }: { dataDir: string }): Promise<void> {
  http.get<{ Querystring: { to?: string } }>('/dev/mail', async (request, reply) => {
    if (!isFromThisMachine(request)) throw new ProblemError('not-found', {}, 'not_local')
    const to = request.query.to?.toLowerCase()
    const all = await readMails(join(dataDir, 'mail'))
    const mails = all.filter((mail) => !to || mail.to === to).slice(0, SHOWN)
    if (request.headers.accept?.includes('application/json')) return reply.send({ mails })
    return reply.type('text/html; charset=utf-8').send(page(mails))
  })
}

async function readMails(folder: string): Promise<ReadableMail[]> {
  const names = await readdir(folder).catch(() => [])
  const mails = await Promise.all(
    names.filter((name) => name.endsWith('.eml')).map((name) => readMail(join(folder, name))),
  )
  return mails.sort((one, other) => other.sentAt.localeCompare(one.sentAt))
}

/** Our own mails are plain text of one part, so that they can be read as they are. */
async function readMail(file: string): Promise<ReadableMail> {
  const [source, { mtime }] = [await readFile(file, 'utf8'), await stat(file)]
  const [head = '', ...body] = source.split('\n\n')
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  return {
    to: field('To').toLowerCase(),
    subject: field('Subject'),
    text: body.join('\n\n').trim(),
    sentAt: mtime.toISOString(),
  }
}

function page(mails: ReadableMail[]): string {
  const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const items = mails.map(
    (mail) =>
      `<li><p><b>${safe(mail.to)}</b> · ${safe(mail.subject)} · <time>${mail.sentAt}</time></p><pre>${safe(mail.text)}</pre></li>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title><h1>Mail that would have been sent</h1>
${items.length > 0 ? `<ol reversed>${items.join('\n')}</ol>` : '<p>None yet.</p>'}</html>`
}
