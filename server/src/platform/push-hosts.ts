import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { BlockList } from 'node:net'

/**
 * The push services of the browsers: Chrome and its kin, Firefox, Windows, Apple. A browser names its own service when it subscribes, but
 * what arrives here was sent by a stranger, so nobody else is ever written to.
 */
const services = ['fcm.googleapis.com', '.push.services.mozilla.com', '.notify.windows.com', '.push.apple.com']

/** Whether an address is one of theirs: https on its own port, no credentials. */
export function isPushAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password, hash } = new URL(address)
  if (protocol !== 'https:' || username || password || hash) return false
  return services.some((service) => (service.startsWith('.') ? host.endsWith(service) : host === service))
}

/** Addresses that are not of the internet: this machine, its networks, and those kept for other ends (IANA's special-purpose registries). */
const inside = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, prefix, 'ipv4')
// Of IPv6 only 2000::/3 is the internet's; within it, what wraps or documents other addresses is not.
const internet = new BlockList()
internet.addSubnet('2000::', 3, 'ipv6')
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  inside.addSubnet(net, prefix, 'ipv6')

export function isPublic({ address, family }: LookupAddress): boolean {
  if (family === 6) return internet.check(address, 'ipv6') && !inside.check(address, 'ipv6')
  return !inside.check(address, 'ipv4')
}

type Found = (error: Error | null, addresses: LookupAddress[]) => void

/** Looks a name up for `https.request` and refuses it when it leads inside the house, whoever made it do so. */
export function publicLookup(name: string, _options: LookupOptions, found: Found): void {
  lookup(name, { all: true }, (error, addresses) => {
    if (error) return found(error, [])
    if (addresses.length === 0 || !addresses.every(isPublic)) return found(new Error('not a public address'), [])
    found(null, addresses)
  })
}
