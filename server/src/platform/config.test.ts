import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const least = {
  DATABASE_APP_URL: 'postgres://weft_app@localhost/weft',
}

test('one setting is enough', () => {
  expect(readConfig(least)).toMatchObject({ port: 8080, mode: 'production', redisUrl: undefined, demo: false })
})

test.each([
  [{}, ['DATABASE_APP_URL is missing']],
  [{ ...least, METRICS_TOKEN: 'short' }, ['METRICS_TOKEN is not right: expected at least 16 characters.']],
  [
    { DATABASE_APP_URL: 'mysql://weft', PORT: 'eighty' },
    ['DATABASE_APP_URL is not right: expected an address that starts with postgres://.', 'PORT is not right'],
  ],
  [{ ...least, PORT: 'eighty' }, ['PORT is not right: expected a port number']],
  [{ ...least, REDIS_URL: 'localhost' }, ['REDIS_URL is not right: expected an address that starts with redis://.']],
  [{ ...least, PUBLIC_URL: 'localhost:8080' }, ['PUBLIC_URL is not right: expected the address people type']],
  [{ ...least, PUBLIC_URL: 'https://weft.example/app' }, ['PUBLIC_URL is not right: expected the address people type']],
  [{ ...least, PUBLIC_URL: 'https://a.example,https://b.example' }, ['PUBLIC_URL is not right']],
  [{ ...least, TRUSTED_PROXIES: '9' }, ['TRUSTED_PROXIES is not right: expected a whole number from 0 to 5.']],
  [{ ...least, DATABASE_POOL: '1' }, ['DATABASE_POOL is not right: expected a whole number from 2 to 200.']],
  [{ ...least, STAFF_URL: 'foo:bar' }, ['STAFF_URL is not right: expected the address of the staff portal']],
  [{ ...least, NODE_ENV: 'prod' }, ['NODE_ENV is not right: expected production, development or test.']],
  [{ ...least, MAIL_URL: 'mail.example' }, ['MAIL_URL is not right: expected an address that starts with smtp://.']],
])('%o stops the start with a sentence that says which and what', (env, sentences) => {
  let message = ''
  try {
    readConfig(env)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    message = (error as Error).message
  }
  for (const sentence of sentences) expect(message).toContain(sentence)
})

test('no sentence repeats a value, which may be a secret', () => {
  expect(() => readConfig({ ...least, METRICS_TOKEN: 'canary' })).toThrow(/^(?!.*canary)/s)
})

test('an empty setting counts as not given', () => {
  expect(readConfig({ ...least, REDIS_URL: '', PORT: '' })).toMatchObject({ redisUrl: undefined, port: 8080 })
})

test('only a developer’s machine takes localhost and 127.0.0.1 for one place', () => {
  const local = { ...least, PUBLIC_URL: 'http://localhost:4000' }
  expect(readConfig(local).origins).toEqual(['http://localhost:4000'])
  expect(readConfig({ ...local, NODE_ENV: 'development' }).origins).toEqual([
    'http://localhost:4000',
    'http://127.0.0.1:4000',
  ])
})
