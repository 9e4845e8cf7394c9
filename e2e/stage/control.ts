import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App as AppName, Hat, Session } from '@weft/contract/people/shapes.ts'
import type { DemoLogin } from '../../server/src/demo/load.ts'

/** Somebody a service knows of who has no account. */
export interface NewRecord {
  given: string
  family: string
  bornOn: string
  /** The service by its name. */
  service: string
}

/** What the tests may ask of the stage from another process; never part of the product. */
export interface Commands {
  logins(): Promise<DemoLogin[]>
  now(): Promise<{ at: string }>
  clock(input: { at: string }): Promise<object>
  session(input: { email: string; hat: Hat; app: AppName }): Promise<{ session: Session; token: string }>
  record(input: NewRecord): Promise<string>
  /** Many more people of a service, by its name, none of whom has an account. */
  crowd(input: { service: string; people: number }): Promise<{ people: number }>
  act(input: { operation: string; input: unknown; session: Session }): Promise<unknown>
}

export async function answerControl(
  request: IncomingMessage,
  response: ServerResponse,
  commands: Commands,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const name = (request.url ?? '/').slice(1) as keyof Commands
  try {
    const input = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
    const value = await (commands[name] as (input: unknown) => Promise<unknown>)(input)
    response.end(JSON.stringify({ value }))
  } catch (error) {
    response.writeHead(500).end(JSON.stringify({ error: error instanceof Error ? error.message : 'failed' }))
  }
}

/** The same, from a test. */
export async function ask<N extends keyof Commands>(
  name: N,
  input: Parameters<Commands[N]>[0] | object = {},
): Promise<Awaited<ReturnType<Commands[N]>>> {
  const answer = await fetch(`${process.env.E2E_CONTROL}/${name}`, { method: 'POST', body: JSON.stringify(input) })
  const body = (await answer.json()) as { value: Awaited<ReturnType<Commands[N]>>; error?: string }
  if (body.error) throw new Error(`The stage could not ${name}: ${body.error}`)
  return body.value
}
