import { endDevice, listDevices } from '@weft/contract/people/operations.ts'
import type { Device } from '@weft/contract/people/shapes.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useCallback, useEffect, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { CallFailed, call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'

/** Devices signed in to my account; another one can be signed out from here, and wipes what it kept. */
export default function Devices() {
  const words = useWords()
  const say = words.settings
  const dates = useDates()
  const toast = useToast()
  const [devices, setDevices] = useState<readonly Device[]>()
  const [failed, setFailed] = useState<CallFailed>()
  const [asked, setAsked] = useState<Device>()
  useScreen({ title: say.devices, back: '/settings' })

  const load = useCallback(() => {
    setFailed(undefined)
    call(listDevices, {}).then(
      (answer) => setDevices(answer.devices),
      (error) => error instanceof CallFailed && setFailed(error),
    )
  }, [])
  useEffect(load, [load])

  const end = async (device: Device) => {
    setAsked(undefined)
    try {
      await call(endDevice, { sessionId: device.sessionId })
      setDevices((before) => before?.filter((one) => one.sessionId !== device.sessionId))
      toast({ text: say.ended(device.label) })
    } catch (error) {
      toast({ text: problemWords(error, words) })
    }
  }

  if (failed?.code === 'offline') return <Notice tone="info">{say.needsInternet}</Notice>
  if (failed) return <Failed onTryAgain={load} reference={failed.problem?.requestId} />
  if (!devices) return <Loading shape="rows" onTryAgain={load} />
  return (
    <>
      <RowList label={say.devices}>
        {devices.map((device) => (
          <ListRow
            key={device.sessionId}
            title={device.label}
            detail={say.lastUsed(dates.ago(device.lastUsedAt))}
            end={
              device.isThisOne ? (
                <Badge tone="brand">{say.thisDevice}</Badge>
              ) : (
                <Button aria-label={say.endDeviceNamed(device.label)} onClick={() => setAsked(device)}>
                  {say.endDevice}
                </Button>
              )
            }
          />
        ))}
      </RowList>
      {asked && (
        <Confirm
          title={say.endTitle(asked.label)}
          act={say.endTitle(asked.label)}
          stay={say.endNo}
          onAct={() => void end(asked)}
          onStay={() => setAsked(undefined)}
        >
          <p>{say.endBody}</p>
        </Confirm>
      )}
    </>
  )
}
