import { type FakeServer, FakeSocket } from './fake-socket.ts'
import { sharedServer } from './stage.tsx'

/** What `vi.mock('socket.io-client', () => import('…/fake-socket-io.ts'))` puts in its place. */
export const io = (_url: string, { auth }: { auth: ConstructorParameters<typeof FakeSocket>[1] }) =>
  new FakeSocket(sharedServer.current as FakeServer, auth)
