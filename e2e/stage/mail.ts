import { expect, type Page } from '@playwright/test'

/** The mailbox of an address as a developer reads it, at `/dev/mail`. Take it before asking for a code: what was there is not what comes. */
export async function mailbox(page: Page, email: string): Promise<{ nextCode(): Promise<string> }> {
  const read = async () => {
    const headers = { accept: 'application/json' }
    const answer = await page.request.get('/dev/mail', { params: { to: email }, headers })
    return ((await answer.json()) as { mails: { text: string }[] }).mails
  }
  const known = (await read()).length
  return {
    async nextCode() {
      await expect.poll(async () => (await read()).length).toBeGreaterThan(known)
      return /\b\d{6}\b/.exec((await read())[0]?.text ?? '')?.[0] ?? ''
    },
  }
}
