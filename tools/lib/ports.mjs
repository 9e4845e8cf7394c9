import { createServer } from 'node:net'

// Below 32768 lies outside the range from which Linux takes the local ends of outgoing connections, so nothing
// can slip onto a probed port by accident between the probe and the listen.
const lowest = 20_000
const highest = 32_000

/** True when nobody listens on `port` of 127.0.0.1 at this moment. */
export function isPortFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** A free port from 20000 to 31999, drawn at random so that parallel runs rarely meet. */
export async function freePort() {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if (await isPortFree(port)) return port
  }
  throw new Error(`No free port was found between ${lowest} and ${highest}.`)
}

/** The first free port at or above `wanted`; gives up after 50. */
export async function freePortFrom(wanted) {
  for (let port = wanted; port < wanted + 50; port += 1) {
    if (await isPortFree(port)) return port
  }
  throw new Error(`Ports ${wanted} to ${wanted + 49} are all in use.`)
}
