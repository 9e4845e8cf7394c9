import { type AnnouncerWords, words as defaults } from './words.ts'

export interface HeardMessage {
  id: string
  author: string
  role?: string
  text: string
  /** Own words are never read back. */
  isOwn?: boolean
}

export interface Clock {
  now(): number
  /** Runs `act` after `ms`; returns a way to call it off. */
  after(ms: number, act: () => void): () => void
}

export interface Utterance {
  key: number
  text: string
  /** The message whose words these are. */
  of?: string
}

export interface Spoken {
  polite: readonly Utterance[]
  alert: readonly Utterance[]
}

/** Speaks for the thread and for lists, so that neither is a live region itself (experience.md 5.10). */
export interface Announcer {
  /** A message arrived live. Each id is spoken once a session, however often it is heard. */
  heard(message: HeardMessage): void
  /** A message was withdrawn or hidden: its words are not spoken any more, and stand in no region. */
  gone(id: string): void
  /** Something arrived in a list; only counts are said: “2 new in Unassigned”. */
  arrived(where: string, count: number): void
  /** A key went down in a composer: arrivals wait for a pause. */
  typed(): void
  sent(id: string): void
  notSent(id: string, reason?: string): void
  earlierLoaded(count: number): void
  say(text: string): void
  /** Interrupts. For not sent, safety and the end of a session alone. */
  alert(text: string): void
  subscribe(listener: () => void): () => void
  spoken(): Spoken
}

const batchMs = 1_500
const pauseMs = 1_000
const longestHoldMs = 10_000
const longestText = 200
/** Text leaves the region again, so that reading the page does not find it. */
const forgetMs = 10_000

const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}

export function createAnnouncer(options: { clock?: Clock; words?: Partial<AnnouncerWords> } = {}): Announcer {
  const clock = options.clock ?? systemClock
  const say = { ...defaults, ...options.words }
  const voice = createVoice(clock)
  const known = new Set<string>()
  let batch: HeardMessage[] = []
  let counts = new Map<string, number>()
  let isDue = false
  let lastKeyAt = Number.NEGATIVE_INFINITY

  const speak = () => {
    isDue = false
    for (const { text, of } of inWords(batch, say)) voice.speak('polite', text, of)
    for (const [where, count] of counts) voice.speak('polite', say.newIn(count, where))
    batch = []
    counts = new Map()
  }

  const speakAtPause = (heldSince: number) => {
    const quietIn = lastKeyAt + pauseMs - clock.now()
    const mayHold = heldSince + longestHoldMs - clock.now()
    const wait = Math.min(quietIn, mayHold)
    if (wait <= 0) speak()
    else clock.after(wait, () => speakAtPause(heldSince))
  }

  const expect = () => {
    if (isDue) return
    isDue = true
    clock.after(batchMs, () => speakAtPause(clock.now()))
  }

  const once = (key: string) => {
    if (known.has(key)) return false
    known.add(key)
    return true
  }

  return {
    heard(message) {
      if (!once(message.id) || message.isOwn) return
      batch.push(message)
      expect()
    },
    gone(id) {
      known.add(id)
      batch = batch.filter((message) => message.id !== id)
      voice.unsay(id)
    },
    arrived(where, count) {
      if (count <= 0) return
      counts.set(where, (counts.get(where) ?? 0) + count)
      expect()
    },
    typed() {
      lastKeyAt = clock.now()
    },
    sent(id) {
      if (once(`sent ${id}`)) voice.speak('polite', say.sent)
    },
    notSent(id, reason) {
      if (once(`not sent ${id} ${reason ?? ''}`))
        voice.speak('alert', reason ? `${say.notSent} ${reason}` : say.notSent)
    },
    earlierLoaded(count) {
      if (count > 0) voice.speak('polite', say.earlier(count))
    },
    say: (text) => voice.speak('polite', text),
    alert: (text) => voice.speak('alert', text),
    subscribe: voice.subscribe,
    spoken: voice.spoken,
  }
}

function inWords(batch: HeardMessage[], say: AnnouncerWords): Omit<Utterance, 'key'>[] {
  if (batch.length <= 2) {
    return batch.map(({ id, author, role, text }) => {
      const short = text.length > longestText ? `${text.slice(0, longestText)}…` : text
      return { text: say.message(role ? `${author}, ${role}` : author, short), of: id }
    })
  }
  const authors = new Set(batch.map((message) => message.author))
  const [only] = authors
  const text = authors.size === 1 && only ? say.newMessagesFrom(batch.length, only) : say.newMessages(batch.length)
  return [{ text }]
}

function createVoice(clock: Clock) {
  let spoken: Spoken = { polite: [], alert: [] }
  let key = 0
  const listeners = new Set<() => void>()
  const change = (next: Spoken) => {
    spoken = next
    for (const listener of listeners) listener()
  }
  return {
    speak(region: keyof Spoken, text: string, of?: string) {
      key += 1
      const utterance = { key, text, of }
      change({ ...spoken, [region]: [...spoken[region], utterance] })
      clock.after(forgetMs, () => change({ ...spoken, [region]: spoken[region].filter((one) => one !== utterance) }))
    },
    unsay(of: string) {
      const polite = spoken.polite.filter((one) => one.of !== of)
      if (polite.length < spoken.polite.length) change({ ...spoken, polite })
    },
    spoken: () => spoken,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
