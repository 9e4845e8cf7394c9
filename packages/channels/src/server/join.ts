import type { Reply } from '../define/event.ts'
import type { Joined, JoinRequest, ResumeCursor } from '../wire.ts'
import type { Connection } from './connection.ts'
import type { Hub } from './hub.ts'
import { Member } from './member.ts'
import { type Identity, ProblemError, type Snapshot } from './options.ts'
import { problems } from './problems.ts'
import type { Told } from './told.ts'
import type { Topic } from './topic.ts'

/**
 * Brings a socket into a topic: `answer` is called exactly once, and what it is given comes before every event that follows.
 *
 * Access is asked after the head was read, and again if anything was numbered in between, so nothing can slip through beside it.
 */
export async function join<I extends Identity>(
  hub: Hub<I>,
  connection: Connection<I>,
  request: JoinRequest,
  answer: (reply: Reply<Joined>) => void,
): Promise<void> {
  const topic = hub.topic(request.topic)
  if (!topic) return answer({ ok: false, problem: problems.notFound() })
  connection.members.get(request.topic)?.leave()
  if (connection.members.size >= hub.limits.topicsPerSocket)
    return answer({ ok: false, problem: problems.tooMany(60_000) })
  const member = new Member(connection, topic, hub)
  try {
    const joined = await resumeOrSnapshot(hub, member, request.cursor)
    if (!joined || member.gone) {
      member.leave()
      return answer({ ok: false, problem: member.goneProblem ?? problems.later(1000) })
    }
    answer({ ok: true, value: joined })
    member.joined = true
    hub.onJoined(member)
    void member.catchUp()
  } catch (error) {
    member.leave()
    if (error instanceof ProblemError) return answer({ ok: false, problem: error.problem })
    hub.failed(error, 'join', request.topic)
    answer({ ok: false, problem: problems.later(2000) })
  }
}

async function resumeOrSnapshot<I extends Identity>(hub: Hub<I>, member: Member<I>, cursor: ResumeCursor | undefined) {
  const { topic } = member
  await topic.ready
  if (!(await member.ask(topic.head))) return undefined
  const page = cursor && (await resume(hub, member, cursor))
  if (member.gone) return undefined
  if (cursor && page) {
    if (page.length > 0) await hub.resumed(member)
    member.sent = page.at(-1)?.seq ?? cursor.seq
    return { ...place(hub, member), events: page.map((event) => event.wire) }
  }
  const snapshot = await hub.snapshots.enter(() => readSnapshot(hub, member))
  if (!snapshot || member.gone) return undefined
  if (snapshot.value.seq > member.clearedTo && !(await member.ask(snapshot.value.seq))) return undefined
  // The epoch may have changed while we waited; then nothing that was read is of any use.
  if (snapshot.value.epoch !== topic.epoch) return undefined
  member.sent = snapshot.value.seq
  return { ...place(hub, member), state: snapshot.value.state }
}

/** The first page after the cursor; `undefined` when only a snapshot will do. */
async function resume<I extends Identity>(
  hub: Hub<I>,
  member: Member<I>,
  cursor: ResumeCursor,
): Promise<readonly Told[] | undefined> {
  const { topic } = member
  if (cursor.epoch !== topic.epoch || cursor.span !== member.span) return undefined
  if (cursor.seq > topic.head && !(await isReal(hub, topic, cursor))) return undefined
  if (topic.head - cursor.seq > hub.limits.replayEvents) return undefined
  const page = await topic.pageAfter(cursor.seq)
  if (page === 'too-old' || member.gone) return undefined
  return (await member.mayPass(page)) ? page : undefined
}

/** A client can be ahead of this node, but not of the log. */
async function isReal<I extends Identity>(hub: Hub<I>, topic: Topic<I>, cursor: ResumeCursor): Promise<boolean> {
  const headThen = topic.head
  const head = await hub.readHead(topic.topic)
  topic.levelWith(head, headThen)
  return head.epoch === cursor.epoch && cursor.seq <= head.seq
}

async function readSnapshot<I extends Identity>(hub: Hub<I>, member: Member<I>): Promise<Snapshot> {
  const { topic, connection } = member
  const { channel, params } = topic
  const answer = await hub.options.snapshot({ identity: connection.identity, channel, params, topic: topic.topic })
  if ('problem' in answer) throw new ProblemError(answer.problem)
  if (answer.epoch !== topic.epoch) await hub.check([topic])
  return answer
}

function place<I extends Identity>(hub: Hub<I>, { topic, sent, span }: Member<I>) {
  const present = hub.present(topic.topic)
  return { epoch: topic.epoch, seq: sent, head: Math.max(topic.head, sent), span, present }
}
