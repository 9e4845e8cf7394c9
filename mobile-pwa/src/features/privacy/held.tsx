import { Notice } from '@weft/ui/notice/notice.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { type SharingHeld, useSharing } from './use-sharing.ts'

interface Props {
  held: SharingHeld
  /** Of one thing; of everything unless told. */
  scope?: string
}

/** The truth about choices that have not arrived: what is not stopped yet, whom to call to stop it now, and what is not shared yet. */
export function Held({ held, scope }: Props) {
  const say = useWords().privacy
  const { serviceOf } = useSharing()
  const ofScope = (one: { scope: string }) => scope === undefined || one.scope === scope
  const services = [...new Set(held.stops.filter(ofScope).map((one) => one.serviceId))]
  return (
    <>
      {services.map((serviceId) => {
        const service = serviceOf(serviceId)
        return (
          <Notice key={serviceId} tone="warn" title={say.notStopped}>
            <p>
              {say.willStop} {service?.phone && say.stopByPhone(service.phone)}
            </p>
          </Notice>
        )
      })}
      {held.starts.some(ofScope) && <Notice tone="info">{say.notShared}</Notice>}
    </>
  )
}
