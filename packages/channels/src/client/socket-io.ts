import type { SocketFactory } from './link.ts'

/** Socket.IO's own client, loaded when the first channel is opened. `options` go to it as they are. */
export function socketIo(options: object = {}): SocketFactory {
  return async ({ url, path, auth }) => {
    const { io } = await import('socket.io-client')
    return io(url || location.origin, {
      ...options,
      path,
      transports: ['websocket'],
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      auth: (done) => done(auth()),
    })
  }
}
