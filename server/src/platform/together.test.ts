import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createGatherer } from './together.ts'

/** Calls are `key:name`; each transaction waits until the test lets it go. */
function gathering(answer: (name: string) => unknown = (name) => name) {
  const transactions: { names: string[]; go(): void; fail(): void }[] = []
  const failures: unknown[] = []
  const alone: string[] = []
  const nameOf = (call: { input: unknown }) => (call.input as { name: string }).name
  const gatherer = createGatherer(
    (calls) =>
      new Promise((resolve, reject) => {
        const names = calls.map(nameOf)
        transactions.push({ names, go: () => resolve(names.map(answer)), fail: () => reject(new Error('deadlock')) })
      }),
    (input) => (input as { name: string }).name.split(':')[0] as string,
    (error) => failures.push(error),
  )
  const call = (name: string) =>
    gatherer.call({
      scope: {} as never,
      input: { name } as never,
      alone: async () => {
        alone.push(name)
        return `${name} alone`
      },
    })
  return { call, transactions, failures, alone }
}

describe('calls that run together', () => {
  it('share a transaction when they come in one tick', async () => {
    const { call, transactions } = gathering()
    const answers = Promise.all([call('a:1'), call('b:1'), call('a:2')])
    await sleep(1)
    expect(transactions.map(({ names }) => names)).toEqual([['a:1', 'b:1', 'a:2']])
    transactions[0]?.go()
    expect(await answers).toEqual(['a:1', 'b:1', 'a:2'])
  })

  it('never have one key in two transactions, and keep its order', async () => {
    const { call, transactions } = gathering()
    const first = call('a:1')
    await sleep(1)
    const later = [call('a:2'), call('b:1'), call('a:3')]
    await sleep(1)
    expect(transactions.map(({ names }) => names)).toEqual([['a:1'], ['b:1']])
    transactions[0]?.go()
    await first
    await sleep(1)
    expect(transactions[2]?.names).toEqual(['a:2', 'a:3'])
    transactions[1]?.go()
    transactions[2]?.go()
    expect(await Promise.all(later)).toEqual(['a:2', 'b:1', 'a:3'])
  })

  it('have three transactions under way and no more', async () => {
    const { call, transactions } = gathering()
    const answers: Promise<unknown>[] = []
    for (const name of ['a:1', 'b:1', 'c:1', 'd:1', 'e:1']) {
      answers.push(call(name))
      await sleep(1)
    }
    expect(transactions.map(({ names }) => names)).toEqual([['a:1'], ['b:1'], ['c:1']])
    transactions[1]?.go()
    await sleep(1)
    expect(transactions[3]?.names).toEqual(['d:1', 'e:1'])
    for (const { go } of transactions) go()
    expect(await Promise.all(answers)).toHaveLength(5)
  })

  it('go on alone where only that can tell, before anything later of their key', async () => {
    const { call, transactions, alone } = gathering((name) => (name === 'a:1' ? undefined : name))
    const answers = Promise.all([call('a:1'), call('b:1')])
    await sleep(1)
    const later = call('a:2')
    transactions[0]?.go()
    expect(await answers).toEqual(['a:1 alone', 'b:1'])
    expect(alone).toEqual(['a:1'])
    await sleep(1)
    expect(transactions[1]?.names).toEqual(['a:2'])
    transactions[1]?.go()
    await later
  })

  it('all go on alone, each in its turn, when their transaction fails', async () => {
    const { call, transactions, alone, failures } = gathering()
    const answers = Promise.all([call('a:1'), call('a:2'), call('b:1')])
    await sleep(1)
    transactions[0]?.fail()
    expect(await answers).toEqual(['a:1 alone', 'a:2 alone', 'b:1 alone'])
    expect(alone.filter((name) => name.startsWith('a'))).toEqual(['a:1', 'a:2'])
    expect(failures).toHaveLength(1)
  })

  it('wait for the next transaction beyond a hundred', async () => {
    const { call, transactions } = gathering()
    const answers = Promise.all(Array.from({ length: 120 }, (_, n) => call(`${n}:1`)))
    await sleep(1)
    for (let n = 0; n < transactions.length || n < 2; n += 1) {
      transactions[n]?.go()
      await sleep(1)
    }
    expect(transactions.map(({ names }) => names.length)).toEqual([100, 20])
    expect(await answers).toHaveLength(120)
  })
})
