import { useIsConnected } from '@weft/channels/react'
import { useEffect, useState } from 'react'
import { useOnline } from './use-online.ts'

const firstAskMs = 3_000
const againMs = 15_000

/**
 * Whether the server can be reached. The socket alone does not tell: some networks let only plain requests through, and then everything is
 * still sent. So without a socket a plain request is tried before anybody is told that there is no internet.
 */
export function useReachable(): boolean {
  const isOnline = useOnline()
  const isConnected = useIsConnected()
  const [answers, setAnswers] = useState(true)

  useEffect(() => {
    if (isConnected || !isOnline) return setAnswers(true)
    let isHere = true
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const isThere = await fetch('/healthz', {
        method: 'HEAD',
        cache: 'no-store',
        signal: AbortSignal.timeout(8_000),
      }).then(
        () => true,
        () => false,
      )
      if (!isHere) return
      setAnswers(isThere)
      timer = setTimeout(ask, againMs)
    }
    timer = setTimeout(ask, firstAskMs)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [isConnected, isOnline])

  return isOnline && (isConnected || answers)
}
