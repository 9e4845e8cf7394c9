import * as z from 'zod'

/** Every setting, read once at the start. A wrong or missing one stops the start with a sentence that names it. */
const Settings = z.object({
  PORT: z.coerce.number('a port number, like 8080').int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_APP_URL: z
    .string({ error: 'the address of the database for the role weft_app' })
    .regex(/^postgres(ql)?:\/\//, 'an address that starts with postgres://'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'an address that starts with redis://')
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'the address people type, like https://weft.example')
    .default('http://localhost:8080'),
  /** Own host of the staff portal, when it has one. */
  STAFF_URL: z.string().refine(isOrigin, 'the address of the staff portal, like https://staff.weft.example').optional(),
  DATA_DIR: z.string().default('.data'),
  NODE_ENV: z.enum(['production', 'development', 'test'], 'production, development or test').default('production'),
  DEMO: z.enum(['0', '1'], '0 or 1').default('0'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent').default('info'),
  /** smtp://… for real mail; without it mail is only written to the outbox. */
  MAIL_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'an address that starts with smtp://')
    .optional(),
  MAIL_FROM: z.string().default('Weft <no-reply@localhost>'),
  /** The half of the key of web push that nobody else knows, the same for all workers; without it each `DATA_DIR` keeps its own. */
  PUSH_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, '32 bytes in base64url')
    .optional(),
  METRICS_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
  /** Number of proxies in front; their forwarded addresses are believed. */
  TRUSTED_PROXIES: z.coerce.number('a whole number from 0 to 5').int().min(0).max(5).default(0),
  DATABASE_POOL: z.coerce.number('a whole number from 2 to 200').int().min(2).max(200).default(10),
  WEFT_ALLOW_UNSAFE_POSTGRES: z.enum(['0', '1'], '0 or 1').default('0'),
})

export type Config = Readonly<{
  port: number
  host: string
  databaseUrl: string
  redisUrl: string | undefined
  publicUrl: string
  staffUrl: string | undefined
  /** Origins that may open a socket or change anything. */
  origins: readonly string[]
  dataDir: string
  mode: 'production' | 'development' | 'test'
  demo: boolean
  logLevel: string
  mailUrl: string | undefined
  mailFrom: string
  pushPrivateKey: string | undefined
  metricsToken: string | undefined
  trustedProxies: number
  databasePool: number
  allowUnsafePostgres: boolean
}>

export class ConfigError extends Error {}

export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.')
      return `${name} is ${name in given ? 'not right' : 'missing'}: expected ${issue.message}.`
    })
    throw new ConfigError(lines.join('\n'))
  }
  const value = parsed.data
  const addresses = [value.PUBLIC_URL, value.STAFF_URL].filter((url) => url !== undefined)
  if (value.NODE_ENV !== 'production') addresses.push(...addresses.flatMap(loopbackTwin))
  const origins = addresses.map((url) => new URL(url).origin)
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_APP_URL,
    redisUrl: value.REDIS_URL,
    publicUrl: value.PUBLIC_URL,
    staffUrl: value.STAFF_URL,
    origins,
    dataDir: value.DATA_DIR,
    mode: value.NODE_ENV,
    demo: value.DEMO === '1',
    logLevel: value.LOG_LEVEL,
    mailUrl: value.MAIL_URL,
    mailFrom: value.MAIL_FROM,
    pushPrivateKey: value.PUSH_PRIVATE_KEY,
    metricsToken: value.METRICS_TOKEN,
    trustedProxies: value.TRUSTED_PROXIES,
    databasePool: value.DATABASE_POOL,
    allowUnsafePostgres: value.WEFT_ALLOW_UNSAFE_POSTGRES === '1',
  }
}

/** The apps stand at the top of their host: an address with a path, or two of them, would open nothing. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin, href } = new URL(text)
  return /^https?:$/.test(protocol) && href === `${origin}/`
}

/** On a developer's machine localhost and 127.0.0.1 are one place. */
function loopbackTwin(url: string): string[] {
  if (url.includes('//localhost')) return [url.replace('//localhost', '//127.0.0.1')]
  if (url.includes('//127.0.0.1')) return [url.replace('//127.0.0.1', '//localhost')]
  return []
}
