/** For the tests of channels: what every channel should be held to, and the stand-ins this package tests itself with. */
export { converge } from './converge.ts'
export { createMemoryLog, type MemoryLog } from './memory-log.ts'
export { createRandom, type Random } from './random.ts'
export { randomWalk, type WalkResult } from './random-walk.ts'
export { createVirtualClock, settled, type VirtualClock } from './virtual-clock.ts'
