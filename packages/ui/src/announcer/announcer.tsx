import { useSyncExternalStore } from 'react'
import type { Announcer } from './create-announcer.ts'

/** The two hidden regions that speak. Once per app, outside anything that comes and goes. */
export function AnnouncerRegions({ announcer }: { announcer: Announcer }) {
  const { polite, alert } = useSyncExternalStore(announcer.subscribe, announcer.spoken, announcer.spoken)
  return (
    <div className="visually-hidden">
      <div role="status">
        {polite.map(({ key, text }) => (
          <p key={key}>{text}</p>
        ))}
      </div>
      <div role="alert">
        {alert.map(({ key, text }) => (
          <p key={key}>{text}</p>
        ))}
      </div>
    </div>
  )
}
