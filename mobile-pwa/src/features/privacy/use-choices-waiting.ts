import { useState } from 'react'
import { choicesIn } from '../../shell/choices-waiting.ts'
import { useOwn } from '../../shell/own.tsx'

export function useChoicesWaiting() {
  const { slice } = useOwn('sharing')
  const [now] = useState(() => Date.now())
  return choicesIn(slice, now)
}
