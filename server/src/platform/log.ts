import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'

/** What a line may hold besides its message. Never a body, a name, an address, a query or a token. */
export interface LogFields {
  requestId?: string
  operation?: string
  route?: string
  method?: string
  status?: number
  ms?: number
  code?: string
  reason?: string
  hat?: string
  job?: string
  channel?: string
  count?: number
  node?: string
  mode?: string
  port?: number
  /** Class and stack of an unforeseen error; its message may quote data and is left out. */
  error?: { name: string; code?: string; stack?: string }
}

/** Allow-listed logging: a field that `LogFields` does not name cannot be written. */
export interface Log {
  debug(fields: LogFields, message: string): void
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
  child(fields: LogFields): Log
}

const allowed: readonly (keyof LogFields)[] = [
  'requestId',
  'operation',
  'route',
  'method',
  'status',
  'ms',
  'code',
  'reason',
  'hat',
  'job',
  'channel',
  'count',
  'node',
  'mode',
  'port',
  'error',
]

function keep(fields: LogFields): LogFields {
  return Object.fromEntries(allowed.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]]))
}

function wrap(logger: Logger): Log {
  return {
    debug: (fields, message) => logger.debug(keep(fields), message),
    info: (fields, message) => logger.info(keep(fields), message),
    warn: (fields, message) => logger.warn(keep(fields), message),
    error: (fields, message) => logger.error(keep(fields), message),
    child: (fields) => wrap(logger.child(keep(fields))),
  }
}

export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: undefined, timestamp: () => `,"at":"${new Date().toISOString()}"` }
  return wrap(destination ? pino(options, destination) : pino(options))
}

/** Keeps an error's class, code and the frames of its stack; drops its message, which may quote what a person wrote. */
export function errorFields(error: unknown): LogFields['error'] {
  if (!(error instanceof Error)) return { name: typeof error }
  // The stack begins with the message, of which a line may begin like a frame.
  const frames = error.stack
    ?.replace(error.message, '')
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
  const code = (error as { code?: unknown }).code
  return { name: error.name, code: typeof code === 'string' ? code : undefined, stack: frames?.join('\n') }
}
