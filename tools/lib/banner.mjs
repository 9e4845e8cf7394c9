import { relative } from 'node:path'
import { strong } from './say.mjs'

/** What a person reads when Weft is ready. */
export function banner({ run, dataDirectory }) {
  const width = Math.max(0, ...run.logins.map(({ who }) => who.length))
  const hatWidth = Math.max(0, ...run.logins.map(({ hat }) => hat.length))
  const emailWidth = Math.max(0, ...run.logins.map(({ email }) => email.length))
  const logins = run.logins.map(
    ({ who, hat, email, password }) =>
      `  ${who.padEnd(width)}   ${plain(hat).padEnd(hatWidth)}   ${email.padEnd(emailWidth)}   ${password}`,
  )
  const here = relative(process.cwd(), dataDirectory)
  return [
    '',
    strong('Weft is ready.'),
    '',
    `  People and carers   ${strong(run.app)}`,
    `  Staff               ${strong(run.staff)}`,
    `  API                 ${run.url}/api/docs`,
    ...(logins.length > 0 ? ['', 'Sign in as', '', ...logins] : []),
    '',
    run.mode === 'redis'
      ? '  PostgreSQL keeps everything; Redis passes on at once that there is something new.'
      : '  PostgreSQL keeps everything. There is no Redis, so it is asked for news every 200 ms.',
    `  Everything is kept in ${here.startsWith('..') || here === '' ? dataDirectory : here}. Stop with Ctrl-C.`,
    '',
  ].join('\n')
}

const plain = (hat) => hat.replaceAll('_', ' ')
