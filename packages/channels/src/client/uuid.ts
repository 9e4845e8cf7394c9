let lastMs = 0
let counter = 0

/**
 * A UUIDv7 (RFC 9562): made on the device, unique everywhere, and sorting in the order this device made them even within one
 * millisecond or across a clock set back.
 */
export function uuidv7(nowMs = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10))
  if (nowMs > lastMs) {
    lastMs = nowMs
    counter = ((random[0] as number) << 3) | ((random[1] as number) & 7)
  } else if (++counter > 0xfff) {
    lastMs++
    counter = 0
  }
  const tail = Array.from(random.subarray(2), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(tail[0] as string, 16) & 3) | 8).toString(16)
  const time = lastMs.toString(16).padStart(12, '0')
  const rand = counter.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rand}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`
}
