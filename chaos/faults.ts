import { Redis } from 'ioredis'
import type { Random } from '../server/src/demo/random.ts'
import type { Device } from './device.ts'
import type { Ground, Node } from './ground.ts'
import type { History } from './history.ts'
import type { Meddling } from './meddle.ts'
import type { OwnDevice } from './own/owner.ts'
import type { SlowReaders } from './slow-readers.ts'

export interface Scene {
  ground: Ground
  devices: Device[]
  /** Those on which people keep what is theirs. */
  households: OwnDevice[]
  random: Random
  slow: SlowReaders
  history: History
}

export interface Fault {
  name: string
  needsRedis?: true
  run(scene: Scene): Promise<void>
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const someNode = ({ ground, random }: Scene): Node => random.pick(ground.nodes)
const someDevice = ({ devices, households, random }: Scene): Device | OwnDevice =>
  random.pick<Device | OwnDevice>(random.next() < 0.5 ? devices : households)

/** Dies at that point of its next send; comes back a moment later. */
const dieAt = (point: 'before-commit' | 'after-commit' | 'before-bell'): Fault => ({
  name: `kill -9 ${point.replace('-', ' ')}`,
  async run(scene) {
    const node = someNode(scene)
    scene.ground.crashNode(node, point)
    for (let waited = 0; waited < 1_500 && scene.ground.isUp(node); waited += 50) await sleep(50)
    await scene.ground.killNode(node)
    await sleep(300)
    await scene.ground.startNode(node)
  },
})

const withLink = (
  name: string,
  mode: 'down' | 'silent' | 'one-way',
  of: 'toPostgres' | 'toRedis',
  ms: number,
): Fault => ({
  name,
  ...(of === 'toRedis' ? { needsRedis: true as const } : {}),
  async run(scene) {
    const link = someNode(scene)[of]
    if (!link) return
    link.mode = mode
    await sleep(ms)
    link.mode = 'up'
    // What stood still for so long is reset by the network sooner or later.
    if (mode !== 'down') link.reset()
  },
})

/** The bells of every server, for a while. */
const ring = (how: Exclude<Meddling, 'truly'>): Fault => ({
  name: `bells ${how}`,
  needsRedis: true,
  async run({ ground }) {
    for (const node of ground.nodes) ground.meddle(node, how)
    await sleep(2_000)
    for (const node of ground.nodes) ground.meddle(node, 'truly')
  },
})

/** Everything that a run may do to the town (quality.md 2). Each leaves things mended. */
export const faults: readonly Fault[] = [
  dieAt('before-commit'),
  dieAt('after-commit'),
  dieAt('before-bell'),
  {
    name: 'kill -9 of a server at any moment',
    async run(scene) {
      const node = someNode(scene)
      await scene.ground.killNode(node)
      await sleep(400)
      await scene.ground.startNode(node)
    },
  },
  {
    name: 'SIGSTOP of a server, and wake',
    async run(scene) {
      const node = someNode(scene)
      node.child?.kill('SIGSTOP')
      await sleep(2_000)
      node.child?.kill('SIGCONT')
    },
  },
  { name: 'Redis killed and restarted', needsRedis: true, run: ({ ground }) => ground.restartRedis() },
  {
    name: 'Redis flushed',
    needsRedis: true,
    async run({ ground }) {
      const redis = new Redis(ground.redisAddress, { lazyConnect: true, maxRetriesPerRequest: 1 })
      redis.on('error', () => {})
      await redis
        .connect()
        .then(() => redis.flushall())
        .catch(() => {})
      redis.disconnect()
    },
  },
  {
    name: 'Redis hung',
    needsRedis: true,
    async run({ ground }) {
      ground.signalRedis('SIGSTOP')
      await sleep(1_500)
      ground.signalRedis('SIGCONT')
    },
  },
  withLink('Redis cut one way', 'one-way', 'toRedis', 1_500),
  withLink('bells lost', 'silent', 'toRedis', 1_500),
  ring('doubled'),
  ring('late'),
  ring('reordered'),
  {
    name: 'Redis slow to one server',
    needsRedis: true,
    async run(scene) {
      const { toRedis } = someNode(scene)
      if (!toRedis) return
      toRedis.delayMs = 400
      await sleep(1_500)
      toRedis.delayMs = 0
    },
  },
  { name: 'Postgres crashes and restarts', run: ({ ground }) => ground.crashPostgres() },
  { name: 'disk full', run: ({ ground }) => ground.fillDisk(1_500) },
  {
    name: 'database restored to an earlier point',
    async run({ ground, history }) {
      history.restores.push(await ground.restoreTo(1_500))
    },
  },
  {
    name: 'backends terminated',
    async run({ ground }) {
      for (let n = 0; n < 4; n += 1) {
        await ground.terminateBackends()
        await sleep(150)
      }
    },
  },
  withLink('Postgres cut off from one server', 'down', 'toPostgres', 800),
  withLink('Postgres silent to one server', 'silent', 'toPostgres', 800),
  {
    name: 'a client offline',
    async run(scene) {
      const { link } = someDevice(scene)
      link.mode = 'down'
      await sleep(scene.random.whole(500, 3_000))
      link.mode = 'up'
    },
  },
  {
    // It goes on being used, and the log of what it missed is gone when it comes back.
    name: 'a device away for weeks',
    async run({ ground, households, random }) {
      const { link, owner } = random.pick(households)
      link.mode = 'down'
      await sleep(4_000)
      await ground.sql('delete from topic_event where topic = $1', [`own:${owner.personId}`]).catch(() => {})
      link.mode = 'up'
    },
  },
  {
    name: 'a client behind a dead router',
    async run(scene) {
      const { link } = someDevice(scene)
      link.mode = 'silent'
      await sleep(1_500)
      link.mode = 'up'
      link.reset()
    },
  },
  {
    name: 'a client killed and opened again',
    async run(scene) {
      const device = someDevice(scene)
      await device.close()
      await sleep(200)
      device.open({ fresh: scene.random.next() < 0.5 })
    },
  },
  {
    name: 'clients hop between servers',
    async run({ devices, households }) {
      for (let n = 0; n < 3; n += 1) {
        for (const device of [...devices, ...households]) device.link.reset()
        await sleep(400)
      }
    },
  },
  {
    name: 'slow readers',
    async run({ slow }) {
      await slow.open(20)
      await sleep(1_000)
    },
  },
  {
    name: 'rolling deploy',
    async run({ ground }) {
      for (const node of ground.nodes) await ground.replaceNode(node)
    },
  },
]
