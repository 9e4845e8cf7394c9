import { describe, expect, it } from 'vitest'
import { createLoneNode, refused, topic } from '../../test/lone-node.ts'
import { createMemoryLog } from '../testing/memory-log.ts'
import { createRandom } from '../testing/random.ts'
import { createSimulatedBells } from '../testing/simulated-bell.ts'
import { createVirtualClock } from '../testing/virtual-clock.ts'
import type { PresenceMessage } from '../wire.ts'
import type { Bell } from './bell.ts'

/** Nodes that share a log and ring each other. `rung` counts the batches that carried events. */
function createNodes(count: number) {
  const clock = createVirtualClock()
  const log = createMemoryLog(() => clock.now())
  const weather = { lost: 0, doubled: 0, slowestMs: 0, healthy: true }
  const bells = createSimulatedBells(clock, createRandom(1), weather)
  const rung: { to: readonly string[] | undefined; events: number }[] = []
  const counting = (bell: Bell): Bell => ({
    ...bell,
    publish(batch, toNodes) {
      const { events } = JSON.parse(batch.split('\n', 1)[0] as string) as { events?: unknown[] }
      if (events) rung.push({ to: toNodes, events: events.length })
      bell.publish(batch, toNodes)
    },
  })
  const nodes = Array.from({ length: count }, (_, n) =>
    createLoneNode({ clock, log, nodeId: `n${n}`, bell: counting(bells.for(`n${n}`)) }),
  )
  return { clock, weather, bells, rung, nodes: nodes as [(typeof nodes)[0], (typeof nodes)[0], ...typeof nodes] }
}

describe('nodes with a bell', () => {
  it('hear of each other’s events at once, by one batch a tick, sent only where there are members', async () => {
    const { clock, rung, nodes } = createNodes(3)
    const [a, b] = nodes
    const bob = b.connect('bob')
    await bob.joined()
    await clock.advance(1_000)
    a.node.committed([a.add('a'), a.add('b')])
    a.node.committed([a.add('c')])
    await clock.advance(1)
    expect(bob.seqs()).toEqual([1, 2, 3])
    expect(rung).toEqual([{ to: ['n1'], events: 3 }])
  })

  it('find what the bell lost within 15 seconds, and within one and a half once they know that it is unwell', async () => {
    const { clock, weather, nodes } = createNodes(2)
    const [a, b] = nodes
    const bob = b.connect('bob')
    await bob.joined()
    await clock.advance(1_000)
    weather.lost = 1
    a.node.committed([a.add('a')])
    weather.lost = 0
    await clock.advance(15_500)
    expect(bob.seqs()).toEqual([1])
    weather.healthy = false
    weather.lost = 1
    a.node.committed([a.add('b')])
    await clock.advance(1_500)
    expect(bob.seqs()).toEqual([1, 2])
  })

  it('watch the log closely while one of them has fallen silent', async () => {
    const { clock, bells, nodes } = createNodes(2)
    const [a, b] = nodes
    const bob = b.connect('bob')
    await bob.joined()
    await clock.advance(20_000)
    bells.unplug('n0')
    a.node.close()
    await clock.advance(1_500)
    expect(b.node.stats().bellHealthy).toBe(0)
    a.add('a')
    await clock.advance(1_500)
    expect(bob.seqs()).toEqual([1])
    await clock.advance(40_000)
    expect(b.node.stats()).toMatchObject({ bellHealthy: 1, nodes: 1 })
  })

  it('learn of each other again after losing track', async () => {
    const { clock, weather, rung, nodes } = createNodes(3)
    const [a, b] = nodes
    weather.lost = 1
    const bob = b.connect('bob')
    await bob.joined()
    await clock.advance(1_000)
    weather.lost = 0
    await clock.advance(3_000)
    a.node.committed([a.add('a')])
    await clock.advance(1)
    expect(bob.seqs()).toEqual([1])
    expect(rung.at(-1)).toEqual({ to: ['n1'], events: 1 })
  })

  it('take what one still tells after its goodbye, and do not wait for its return', async () => {
    const { clock, nodes } = createNodes(2)
    const [a, b] = nodes
    const [ann, bob] = [a.connect('ann'), b.connect('bob')]
    await ann.joined()
    await bob.joined()
    await clock.advance(1_000)
    a.node.close()
    // A command or a job that was under way.
    a.node.committed([a.add('a')])
    await clock.advance(5_000)
    expect(bob.seqs()).toEqual([1])
    expect(b.node.stats()).toMatchObject({ nodes: 1, bellHealthy: 1 })
    expect(b.node.present(topic)).toEqual(['bob'])
  })

  it('survive garbage on the bell', async () => {
    const { clock, bells, nodes } = createNodes(2)
    const bob = nodes[1].connect('bob')
    await bob.joined()
    for (const batch of ['', '{', 'null', '7', '{"from":7,"events":3}', '{"from":"x","version":0,"signals":[{}]}'])
      bells.for('stranger').publish(batch, ['n1'])
    await clock.advance(1_000)
    nodes[1].node.committed([nodes[1].add('a')])
    expect(bob.seqs()).toEqual([1])
    expect(nodes[1].errors).toEqual([])
  })

  it('pass signals, kicks and the ends of sessions on', async () => {
    const { clock, nodes } = createNodes(2)
    const [a, b] = nodes
    const [ann, bob] = [a.connect('ann'), b.connect('bob')]
    await ann.joined()
    await bob.joined()
    await clock.advance(1_000)
    await ann.say('signal', { topic, name: 'typing', data: { on: true } })
    await clock.advance(1)
    expect(bob.of('signal')).toEqual([{ topic, name: 'typing', data: { on: true }, from: 'ann' }])
    a.node.kick({ topic, account: 'bob' }, refused.problem)
    a.node.endIdentity('bob')
    await clock.advance(1)
    expect(bob.of('kick')).toHaveLength(1)
    expect(bob.socket.closed).toBe(true)
  })
})

describe('presence', () => {
  it('tells each member who is there, on every node, and who has gone', async () => {
    const { clock, nodes } = createNodes(2)
    const [a, b] = nodes
    const ann = a.connect('ann')
    await ann.joined()
    await clock.advance(1_000)
    const bob = b.connect('bob')
    await bob.joined()
    await clock.advance(1_000)
    expect(a.node.present(topic).sort()).toEqual(['ann', 'bob'])
    expect(b.node.present(topic).sort()).toEqual(['ann', 'bob'])
    expect(ann.of<PresenceMessage>('presence')).toContainEqual({ topic, came: ['bob'], went: [] })
    bob.hangUp()
    await clock.advance(1_000)
    expect(ann.of<PresenceMessage>('presence').at(-1)).toEqual({ topic, came: [], went: ['bob'] })
  })

  it('counts somebody with two devices once, and says nothing of a reload', async () => {
    const { node, clock, connect } = createLoneNode()
    const [ann, phone, desk] = [connect('ann'), connect('bob'), connect('bob')]
    for (const one of [ann, phone, desk]) await one.joined()
    await clock.advance(1_000)
    expect(node.present(topic).sort()).toEqual(['ann', 'bob'])
    const told = ann.of('presence').length
    phone.hangUp()
    await desk.joined()
    await clock.advance(1_000)
    expect(ann.of('presence')).toHaveLength(told)
    expect((await connect('cat').joined()).present.sort()).toEqual(['ann', 'bob'])
  })

  it('keeps quiet about whom the host keeps quiet about', async () => {
    const { node, clock, connect } = createLoneNode({ presence: ({ account }) => (account === 'ann' ? null : account) })
    for (const account of ['ann', 'bob']) await connect(account).joined()
    await clock.advance(1_000)
    expect(node.present(topic)).toEqual(['bob'])
  })

  it('forgets the people of a node that died', async () => {
    const { clock, bells, nodes } = createNodes(2)
    const [a, b] = nodes
    await a.connect('ann').joined()
    await b.connect('bob').joined()
    await clock.advance(2_000)
    bells.unplug('n1')
    await clock.advance(40_000)
    expect(a.node.present(topic)).toEqual(['ann'])
  })
})
