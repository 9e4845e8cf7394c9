import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import type { FastifyInstance } from 'fastify'
import type { Authenticate } from './http.ts'
import type { Jobs } from './jobs.ts'

const path = '/admin/jobs'

/** The queue of wakes to look at, for whoever is signed in to the portal as platform administrator; for anybody else it is not there. */
export async function addBoard(
  http: FastifyInstance,
  { jobs, authenticate }: { jobs: Jobs; authenticate: Authenticate },
): Promise<void> {
  const adapter = new FastifyAdapter()
  adapter.setBasePath(path)
  createBullBoard({
    queues: jobs.queues.map((queue) => new BullMQAdapter(queue)),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Jobs' } },
  })
  await http.register(async (board) => {
    // The board answers errors in its own way; what is not there is answered as everywhere.
    board.addHook('onRequest', async (request, reply) => {
      const scope = await authenticate('staff', request.cookies, request.id)
      return scope?.hat === 'platform_admin' ? undefined : reply.callNotFound()
    })
    // Its page finds its own files by a base address; nothing else of the policy is loosened, so its web font stays out.
    board.addHook('onSend', async (_request, reply) => {
      const policy = String(reply.getHeader('content-security-policy') ?? '')
      reply.header('content-security-policy', policy.replace(`base-uri 'none'`, `base-uri 'self'`))
    })
    await board.register(adapter.registerPlugin(), { prefix: path })
  })
}
