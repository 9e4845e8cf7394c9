import { randomUUID } from 'node:crypto'
import type { InputOf, Operation, OutputOf } from '@weft/contract/operation.ts'
import { completeSignUp, proveSignUp, startSignUp } from '@weft/contract/people/operations.ts'
import type { App, Session } from '@weft/contract/people/shapes.ts'
import { hashPassword } from '../src/features/people/password.ts'
import type { Name } from './cast.ts'
import { type Answer, type RawInput, requestOf, type World } from './world.ts'

/** A browser of one app: keeps its cookies, and is signed in to nothing at first. */
export interface Device {
  cookies: Map<string, string>
  try<Op extends Operation>(operation: Op, input: RawInput<Op>): Promise<Answer<OutputOf<Op>> & Sent>
  call<Op extends Operation>(operation: Op, input: RawInput<Op>): Promise<OutputOf<Op>>
}

interface Sent {
  headers: Record<string, unknown>
  bytes: string
}

export function device(world: World, app: App = 'people', cookies = new Map<string, string>()): Device {
  const self: Device = {
    cookies,
    async try(operation, input) {
      const { url, body } = requestOf(operation, input)
      const reply = await world.app.http.inject({
        method: operation.method,
        url,
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'weft-app': app,
          'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { payload: JSON.stringify(body) } : {}),
      })
      for (const cookie of reply.cookies) {
        if (cookie.maxAge === 0) cookies.delete(cookie.name)
        else cookies.set(cookie.name, cookie.value)
      }
      const sent = { status: reply.statusCode, headers: reply.headers, bytes: reply.body }
      return reply.statusCode < 400
        ? { ok: true, value: reply.json(), ...sent }
        : { ok: false, problem: reply.json(), ...sent }
    },
    async call(operation, input) {
      const answer = await self.try(operation, input)
      if (!answer.ok) throw new Error(`${operation.name}: ${JSON.stringify(answer.problem)}`)
      return answer.value
    },
  }
  return self
}

export const goodPassword = 'a horse in a warm stable'

/** Gives somebody of the cast `goodPassword`. */
export async function givePassword(world: World, name: Name): Promise<void> {
  const hash = await hashPassword(goodPassword)
  await world.sql('update account set password_hash = $2, staff_password_hash = $2 where id = $1', [
    world.cast.people[name].accountId,
    hash,
  ])
}

/** The body of the newest mail to this address, once the wishes for codes were seen to. Nothing when there is none. */
export async function newestMail(world: World, to: string): Promise<string | undefined> {
  await world.app.jobs.run('code.issue')
  const rows = await world.sql('select body from mail where to_address = $1 order by id desc limit 1', [
    to.toLowerCase(),
  ])
  return rows[0]?.body
}

export async function mailedCode(world: World, to: string): Promise<string> {
  const body = await newestMail(world, to)
  if (!/^\d{6}$/.test(body ?? '')) throw new Error(`No code was mailed to ${to}`)
  return body as string
}

export const anotherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

export const lastPage = (signUpId: string, password = goodPassword): InputOf<typeof completeSignUp> => ({
  signUpId,
  password,
  isThirteenOrOver: true,
  agreesToTerms: true,
  hasReadPrivacy: true,
})

/** All three steps, on one device. */
export async function signUp(world: World, on: Device, email: string, calledName?: string): Promise<Session> {
  const signUpId = randomUUID()
  await on.call(startSignUp, { signUpId, email, calledName })
  await on.call(proveSignUp, { signUpId, code: await mailedCode(world, email) })
  return on.call(completeSignUp, lastPage(signUpId))
}
