import { addDays } from '@weft/contract/conversations/zone-time.ts'
import { listTrackers } from '@weft/contract/trackers/operations.ts'
import { type Days, daysUntil, earlier, later, type Span, spans } from '@weft/contract/trackers/overview.ts'
import { DAYS_HELD, type Trackers } from '@weft/contract/trackers/shapes.ts'
import { useEffect, useState } from 'react'
import { CallFailed, call } from '../../wire/call.ts'
import { useTrackers } from './use-trackers.ts'

const rememberedAt = 'weft.overview'

interface Look {
  span: Span
  isTable: boolean
}

function remembered(): Look {
  try {
    const { span, isTable } = JSON.parse(localStorage.getItem(rememberedAt) ?? '{}')
    return { span: spans.includes(span) ? span : 7, isTable: isTable === true }
  } catch {
    return { span: 7, isTable: false }
  }
}

/** Which days are looked at and how; the span and the table are remembered on this device. */
export function useWindow() {
  const { trackers, today, personId, isKnown } = useTrackers()
  const [look, setLook] = useState(remembered)
  const [to, setTo] = useState(today)
  const days = daysUntil(to, look.span)
  const old = useOldDays(personId, days, look.span, today)

  const change = (next: Look) => {
    setLook(next)
    localStorage.setItem(rememberedAt, JSON.stringify(next))
  }
  return {
    ...look,
    days,
    today,
    isKnown,
    trackers: old.trackers ? { ...old.trackers, problems: trackers.problems } : trackers,
    needsInternet: old.isOffline,
    setSpan: (span: Span) => {
      change({ ...look, span })
      setTo(today)
    },
    setTable: (isTable: boolean) => change({ ...look, isTable }),
    goEarlier: () => setTo(earlier(days, look.span).to),
    later: later(days, look.span, today),
    goLater: () => setTo(later(days, look.span, today)?.to ?? to),
  }
}

interface OldDays {
  of: string
  trackers?: Trackers
  isOffline?: boolean
}

/** Days of longer ago than this device holds are asked for, with those before them. */
function useOldDays(personId: string, days: Days, span: Span, today: string): Omit<OldDays, 'of'> {
  const { from } = earlier(days, span)
  const { to } = days
  const isOld = from < addDays(today, -DAYS_HELD)
  const [answer, setAnswer] = useState<OldDays>()
  useEffect(() => {
    if (!isOld) return
    let isHere = true
    call(listTrackers, { personId, from, to }).then(
      (trackers) => isHere && setAnswer({ of: from, trackers }),
      (error) => isHere && setAnswer({ of: from, isOffline: error instanceof CallFailed }),
    )
    return () => {
      isHere = false
    }
  }, [isOld, personId, from, to])
  return isOld && answer?.of === from ? answer : {}
}
