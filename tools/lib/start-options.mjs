import { resolve } from 'node:path'

const usage = `npm start                   Weft on this computer, with demo people

  -- --port 9000     or PORT          where to listen (8080, or the next free one)
  -- --data DIR      or DATA_DIR      where everything is kept (.data)
  -- --no-demo                        without demo people
  DATABASE_URL                        a Postgres of yours: an account that may create roles and tables
  REDIS_URL                           a Redis of yours
  REDIS=require|off                   insist on Redis, or do without`

/**
 * What `npm start` was asked for: `{ port, isPortFixed, dataDirectory, demo, databaseUrl, redisUrl, redis }`, or `{ help }`, or
 * `{ problem }`. A flag goes before a variable.
 */
export function readStartOptions(args, env, root) {
  const flags = {}
  for (let i = 0; i < args.length; i += 1) {
    const [name, attached] = args[i].split(/=(.*)/s)
    if (name === '--help' || name === '-h') return { help: usage }
    if (name === '--no-demo') flags.demo = false
    else if (name === '--port' || name === '--data') {
      const value = attached ?? args[++i]
      if (!value) return { problem: `${name} needs a value.\n\n${usage}` }
      flags[name.slice(2)] = value
    } else return { problem: `"${args[i]}" is not an option.\n\n${usage}` }
  }
  const wanted = flags.port ?? env.PORT
  const port = wanted === undefined || wanted === '' ? 8080 : Number(wanted)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return { problem: `The port is a number from 1 to 65535, not "${wanted}".` }
  if (env.REDIS && !['require', 'off'].includes(env.REDIS))
    return { problem: `REDIS is "require", "off" or not set, not "${env.REDIS}".` }
  if (env.DATABASE_URL && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL))
    return {
      problem: `DATABASE_URL is an address that starts with postgres://, not "${env.DATABASE_URL.slice(0, 40)}".`,
    }
  return {
    port,
    isPortFixed: wanted !== undefined && wanted !== '',
    dataDirectory: resolve(flags.data ? '.' : root, flags.data ?? (env.DATA_DIR || '.data')),
    demo: flags.demo ?? true,
    databaseUrl: env.DATABASE_URL || undefined,
    redisUrl: env.REDIS_URL || undefined,
    redis: env.REDIS || undefined,
  }
}
