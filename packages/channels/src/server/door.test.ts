import { connect as connectTcp } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { origin, serveNode, until } from '../../test/served-node.ts'
import type { WireEvent } from '../wire.ts'

type Served = Awaited<ReturnType<typeof serveNode>>
let served: Served
afterEach(() => served.close())

const note = (n: number) => ({ topic: 'board:one', name: 'note.add', input: { id: `n${n}`, text: `${n}` } })
const join = { topic: 'board:one' }
/** A websocket that speaks packets by hand. */
const rawSocket = (url: string, headers: Record<string, string> = { origin }) =>
  new WebSocket(`${url.replace('http', 'ws')}/socket/?EIO=4&transport=websocket`, { headers, perMessageDeflate: true })
const upgradeStatus = (socket: WebSocket) =>
  new Promise<number | undefined>((resolve) => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
    socket.on('open', () => resolve(101))
    socket.on('error', () => resolve(undefined))
  })

describe('the handshake', () => {
  it.each([
    ['none', {}],
    ['null', { origin: 'null' }],
    ['a foreign one', { origin: 'https://evil.example' }],
    ['a look-alike', { origin: `${origin}.evil.example` }],
    ['another scheme', { origin: 'http://care.example' }],
  ])('answers 403 to an origin that is %s, however it knocks', async (_, headers: Record<string, string>) => {
    let identified = 0
    served = await serveNode({
      async identify() {
        identified++
        return null
      },
    })
    expect(await upgradeStatus(rawSocket(served.url, headers))).toBe(403)
    expect((await fetch(`${served.url}/socket/?EIO=4&transport=polling`, { headers })).status).toBe(403)
    expect(identified).toBe(0)
    expect(served.server.stats().connections).toBe(0)
  })

  it('takes websockets alone, and compresses nothing', async () => {
    served = await serveNode()
    expect((await fetch(`${served.url}/socket/?EIO=4&transport=polling`, { headers: { origin } })).status).toBe(400)
    const socket = rawSocket(served.url)
    expect(await upgradeStatus(socket)).toBe(101)
    expect(socket.extensions).toBe('')
    socket.terminate()
  })

  it('refuses somebody without a session as signed out, before any state exists', async () => {
    served = await serveNode()
    const { refusal } = await served.connect({ resume: [join] })
    expect(refusal).toMatchObject({ data: { status: 401 } })
    expect(served.server.stats()).toMatchObject({ connections: 0, topics: 0 })
  })

  it('says come back later, not signed out, when nobody can tell who it is', async () => {
    served = await serveNode({ identify: () => Promise.reject(new Error('the database is away')) })
    expect((await served.connect({ who: 'ann' })).refusal).toMatchObject({ data: { status: 503, retryAfter: 2 } })
  })

  it('lets nobody in whose session ended while it was being looked up', async () => {
    served = await serveNode({
      async identify({ auth }) {
        if (auth.isEnding) served.server.endIdentity('ann')
        return { key: 'ann', account: 'ann' }
      },
    })
    const { socket, heard, refusal } = await served.connect({ isEnding: true, resume: [join] })
    if (!refusal) await until(() => !socket.connected)
    expect([heard, served.server.stats().topics]).toEqual([[], 0])
    expect((await served.connect({ resume: [join] })).refusal).toBeUndefined()
  })

  it('is limited per account', async () => {
    served = await serveNode({ limits: { handshakesBurst: 2, handshakesPerMinute: 10 } })
    for (const who of ['ann', 'ann', 'bob']) expect((await served.connect({ who })).refusal).toBeUndefined()
    expect((await served.connect({ who: 'ann' })).refusal).toMatchObject({ data: { status: 429, retryAfter: 6 } })
  })

  it('carries the topics to resume, whose answers come unasked', async () => {
    served = await serveNode()
    const { heard } = await served.connect({ who: 'ann', resume: [join, { topic: 'board:two' }] })
    await until(
      () => heard.flatMap(([name, payload]) => (name === 'joined' ? (payload as unknown[]) : [])).length === 2,
    )
  })
})

describe('a connected socket', () => {
  it('hears what it said itself before the answer to it, and everybody hears the same', async () => {
    served = await serveNode({ limits: { pushesAtOnce: 50 } })
    const [ann, bob] = [await served.connect({ who: 'ann' }), await served.connect({ who: 'bob' })]
    for (const one of [ann, bob]) expect(await one.socket.emitWithAck('join', join)).toMatchObject({ ok: true })
    const order: string[] = []
    ann.socket.on('event', ({ data }: { data: { id: string } }) => order.push(`event ${data.id}`))
    for (let n = 1; n <= 50; n++) ann.socket.emit('push', note(n), () => order.push(`ack n${n}`))
    await until(() => order.length === 100)
    await until(() => bob.of('event').length === 50)
    expect(bob.of('event')).toEqual(ann.of('event'))
    expect(ann.of('event').map((event) => (event as WireEvent).seq)).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 1),
    )
    for (let n = 1; n <= 50; n++) expect(order.indexOf(`event n${n}`)).toBeLessThan(order.indexOf(`ack n${n}`))
  })

  it('gets frames of every size whole, written quickly or by the stock path', async () => {
    served = await serveNode()
    const ann = await served.connect({ who: 'ann' })
    await ann.socket.emitWithAck('join', join)
    const texts = [1, 40, 60, 125, 126, 1_000, 65_000, 66_000, 200_000].map((length) => 'ü'.repeat(length))
    for (const text of texts) {
      served.server.committed([served.log.add({ topic: 'board:one', name: 'note.added', data: { id: 'x', text } })])
      await ann.socket.emitWithAck('leave', { topic: 'board:other' })
    }
    await until(() => ann.of('event').length === texts.length)
    expect(ann.of('event').map((event) => ((event as WireEvent).data as { text: string }).text)).toEqual(texts)
  })

  it('is told when its session ends, by being closed', async () => {
    served = await serveNode()
    const ann = await served.connect({ who: 'ann' })
    const closed = new Promise((resolve) => ann.socket.once('disconnect', resolve))
    served.server.endIdentity('ann')
    expect(await closed).toBe('io server disconnect')
  })

  it('is asked to come back elsewhere when the server drains, and let in no more', async () => {
    served = await serveNode()
    const ann = await served.connect({ who: 'ann' })
    ann.socket.on('drain', () => ann.socket.disconnect())
    await served.server.drain({ spreadMs: 50 })
    expect(ann.of('drain')).toEqual([{ afterMs: expect.any(Number) }])
    expect((await served.connect({ who: 'ann' })).refusal).toMatchObject({ data: { status: 503 } })
  })
})

describe('hostile packets', () => {
  const open = '40{"who":"eve"}'
  const packets = [
    '',
    '4',
    '42',
    '42[',
    '42[]',
    '42{}',
    '42[1]',
    '42["join"]',
    '42["join",null]',
    '420["join",{"topic":{"a":1}}]',
    '421["push"]',
    '41',
    '44{}',
    '45-["x",{"_placeholder":true,"num":0}]',
    '451-["join",{"_placeholder":true,"num":0}]',
    '40',
    '40{"who":"eve"}',
    '40/admin,',
    '4999999999',
    '42["disconnect"]',
    '42["connect"]',
    '42["__proto__",{}]',
    '42/other,["join"]',
    '2',
    '3',
    '5',
    '6',
    '1',
    '9',
    '\u0000',
    '43[]',
    '430[]',
    `42["join",${'['.repeat(20_000)}${']'.repeat(20_000)}]`,
    '422["join",[{"topic":"board:one","cursor":{"epoch":"e","seq":1e308}}]]',
    '423["signal",{"topic":"board:one","name":"typing","data":null}]',
    '424["leave",{}]',
    '42["join",{"topic":"board:one"},"no ack"]',
  ]

  it.each([
    ['text', (packet: string) => packet],
    ['binary', (packet: string) => Buffer.from(packet)],
  ])('as %s end at most their own socket', async (_, shape) => {
    served = await serveNode()
    const ann = await served.connect({ who: 'ann' })
    await ann.socket.emitWithAck('join', join)
    for (const packet of packets) {
      const eve = rawSocket(served.url)
      await upgradeStatus(eve)
      eve.send(open)
      eve.send(shape(packet))
      eve.send(shape(packet))
      const closed = new Promise((resolve) => eve.once('close', resolve))
      eve.close()
      await closed
    }
    expect(await ann.socket.emitWithAck('push', note(1))).toMatchObject({ ok: true })
    await until(() => served.server.stats().connections === 1)
    expect(served.errors).toEqual([])
  })

  it('bigger than 64 KiB end their socket', async () => {
    served = await serveNode()
    const eve = await served.connect({ who: 'eve' })
    const closed = new Promise((resolve) => eve.socket.once('disconnect', resolve))
    eve.socket.emit('push', { ...note(1), input: { id: 'x', text: 'x'.repeat(66_000) } })
    expect(await closed).toBe('transport close')
    expect(served.log.events('board:one')).toEqual([])
  })

  it('that ask twice who it is are not asked twice', async () => {
    let identified = 0
    served = await serveNode({
      identify: async () => {
        identified++
        await new Promise((resolve) => setTimeout(resolve, 50))
        return null
      },
    })
    const eve = rawSocket(served.url)
    await upgradeStatus(eve)
    const closed = new Promise((resolve) => eve.once('close', resolve))
    for (let n = 0; n < 100; n++) eve.send(open)
    await closed
    expect(identified).toBeLessThanOrEqual(1)
  })
})

describe('a reader that never reads', () => {
  it('is closed, and costs the others nothing', async () => {
    served = await serveNode({ limits: { unreadBytes: 64 * 1024, unreadMs: 1_000 } })
    const ann = await served.connect({ who: 'ann' })
    await ann.socket.emitWithAck('join', join)
    const dead = await stuckReader(served.url)
    await until(() => served.server.stats().connections === 2)
    const text = 'x'.repeat(50_000)
    let sent = 0
    while (served.server.stats().slow === 0) {
      served.server.committed([
        served.log.add({ topic: 'board:one', name: 'note.added', data: { id: `${++sent}`, text } }),
      ])
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await until(() => ann.of('event').length === sent)
    expect(served.server.stats()).toMatchObject({ slow: 1, connections: 1 })
    dead.destroy()
  })
})

/** Joins by hand over TCP, and never reads again. */
async function stuckReader(url: string) {
  const { hostname, port } = new URL(url)
  const tcp = connectTcp(Number(port), hostname)
  tcp.write(
    `GET /socket/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}\r\nOrigin: ${origin}\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  await new Promise((resolve) => tcp.once('data', resolve))
  const masked = (text: string) => {
    const body = Buffer.from(text)
    return Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body])
  }
  tcp.pause()
  tcp.write(masked('40{"who":"dead","resume":[{"topic":"board:one"}]}'))
  return tcp
}
