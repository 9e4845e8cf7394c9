import type { OperationLike, Reply } from '../define/channel.ts'
import { createNode } from '../server/channel-server.ts'
import type { Faults } from '../server/faults.ts'
import type { Identity } from '../server/options.ts'
import { problems } from '../server/problems.ts'
import { type BoardState, boardChannel, type Note } from './board.ts'
import { createMemoryLog } from './memory-log.ts'
import type { Random } from './random.ts'
import { type BellWeather, createSimulatedBells } from './simulated-bell.ts'
import type { SimulatedNode } from './simulated-socket.ts'
import { createVirtualClock } from './virtual-clock.ts'

export interface World {
  clock: ReturnType<typeof createVirtualClock>
  log: ReturnType<typeof createMemoryLog>
  weather: BellWeather
  nodes: SimulatedNode[]
  startNode(): SimulatedNode
  /** As by SIGKILL: nothing of it is heard again, whatever it was doing. */
  crash(node: SimulatedNode): void
  /** Commits a change of membership; `node` tells of it unless it dies first, or there is none. */
  setMember(board: string, account: string, is: boolean, node: SimulatedNode | undefined): void
  isMember(board: string, account: string): boolean
  state(board: string): BoardState
  push(node: SimulatedNode, identity: Identity, operation: OperationLike, input: unknown): Promise<Reply>
}

/**
 * A host of the board channel on a database in memory: commands that are idempotent by id, a membership with spans, and everything taking its
 * time, so that whatever can come in between does.
 */
export function createWorld(random: Random, options: { faults?: Faults; slowestMs?: number } = {}): World {
  const { faults, slowestMs = 30 } = options
  const clock = createVirtualClock()
  const log = createMemoryLog(() => clock.now())
  const weather: BellWeather = { lost: 0, doubled: 0, slowestMs: 20, healthy: true }
  const bells = createSimulatedBells(clock, random, weather)
  const nodes: SimulatedNode[] = []
  let started = 0

  const pause = () => new Promise<void>((resolve) => void clock.after(random.int(slowestMs), resolve))
  const topicOf = (board: string) => boardChannel.topicOf({ boardId: board })

  /** Something the database does at one instant, with a way there and a way back. A dead node never hears of it. */
  const ask = async <T>(node: SimulatedNode | undefined, read: () => T): Promise<T> => {
    await pause()
    const value = read()
    await pause()
    return node?.dead ? new Promise<T>(() => {}) : value
  }

  const state = (board: string): BoardState =>
    log
      .history(topicOf(board))
      .reduce<BoardState>((before, event) => boardChannel.reduce(before, event), { notes: [], members: [] })

  /** The number of the event that made somebody a member; 0 for nobody. */
  const memberSince = (board: string, account: string): number =>
    log.history(topicOf(board)).reduce((since, event) => {
      if ((event.data as { account?: string }).account !== account) return since
      return event.name === 'member.added' ? event.seq : 0
    }, 0)

  const access = (board: string, account: string) => {
    const since = memberSince(board, account)
    return since ? { ok: true as const, span: `${since}` } : { ok: false as const, problem: problems.notFound() }
  }

  /** Resolves once the node has told of it; a node that dies in between never does. */
  const commit = (node: SimulatedNode | undefined, topic: string, name: string, data: unknown): Promise<void> => {
    const event = log.add({ topic, name, data })
    return new Promise((resolve) => {
      clock.after(random.int(5), () => {
        if (!node || node.dead) return
        node.committed([event])
        resolve()
      })
    })
  }

  const push: World['push'] = async (node, { account }, _operation, raw) => {
    const { id, boardId, text } = raw as Note & { boardId: string }
    let told: Promise<void> | undefined
    const reply = await ask(node, (): Reply => {
      const note = { id, text }
      // What its author has stored already is answered as stored, even when the author has been removed since.
      if (state(boardId).notes.some((known) => known.id === id)) return { ok: true, value: note }
      if (!memberSince(boardId, account)) return { ok: false, problem: problems.notFound() }
      told = commit(node, topicOf(boardId), 'note.added', note)
      return { ok: true, value: note }
    })
    await told
    return reply
  }

  const startNode = () => {
    const nodeId = `node-${++started}`
    const node: SimulatedNode = Object.assign(
      createNode<Identity>({
        nodeId,
        log,
        clock,
        faults: faults ?? {},
        withLog: async (fn) => {
          await pause()
          const value = await fn({ query: async () => ({ rows: [] }) })
          await pause()
          return node.dead ? new Promise<never>(() => {}) : value
        },
        bell: bells.for(nodeId),
        channels: [boardChannel],
        limits: { eventsPerSecond: 1_000, eventsBurst: 1_000, pageEvents: 7, replayEvents: 60, unreadBytes: 4_000 },
        // The command decides about pushes by itself: it knows what is only a repetition.
        authorise: ({ identity, params, action }) =>
          action === 'push' ? { ok: true } : ask(node, () => access(params.boardId, identity.account)),
        snapshot: ({ identity, params, topic }) =>
          ask(node, () => {
            const allowed = access(params.boardId, identity.account)
            if (!allowed.ok) return allowed
            return { state: state(params.boardId), ...log.headNow(topic) }
          }),
        push: ({ identity, operation, input }) => push(node, identity, operation, input),
        hooks: {
          onError(error) {
            throw error
          },
        },
      }),
      { dead: false, cuts: new Set<() => void>() },
    )
    nodes.push(node)
    return node
  }

  return {
    clock,
    log,
    weather,
    nodes,
    startNode,
    crash(node) {
      node.dead = true
      nodes.splice(nodes.indexOf(node), 1)
      for (const cut of [...node.cuts]) cut()
      bells.unplug(node.hub.options.nodeId)
      node.close()
    },
    setMember(board, account, is, node) {
      if (memberSince(board, account) > 0 === is) return
      void commit(node, topicOf(board), is ? 'member.added' : 'member.removed', { account })
      if (!is && node) node.kick({ topic: topicOf(board), account }, problems.notFound())
    },
    isMember: (board, account) => memberSince(board, account) > 0,
    state,
    push,
  }
}
