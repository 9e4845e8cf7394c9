import { testPush } from '@weft/contract/notifications/operations.ts'
import type { NoticeSettings } from '@weft/contract/notifications/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId, useState } from 'react'
import { NoPush, pushAbility, takesNotices, turnOffPush, turnOnPush } from '../../device/push.ts'
import { useStay } from '../../shell/session.tsx'
import { call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'

interface Props {
  settings: NoticeSettings
  onSettings: (settings: NoticeSettings) => void
}

/** Whether notices come to this device, why not where they cannot, and whether they still do. */
export function NotificationsDevice({ settings, onSettings }: Props) {
  const words = useWords()
  const say = words.notices.here
  const dates = useDates()
  const toast = useToast()
  const { session } = useStay()
  const [doing, setDoing] = useState<'on' | 'off' | 'test'>()
  const titleId = useId()
  const { thisDevice, pushKey } = settings
  const ability = session.sharedDevice ? 'shared' : pushAbility()

  const act = async (name: 'on' | 'off' | 'test', work: () => Promise<NoticeSettings | undefined>, done?: string) => {
    setDoing(name)
    try {
      const after = await work()
      if (after) onSettings(after)
      if (done) toast({ text: done })
    } catch (error) {
      toast({ text: error instanceof NoPush ? say.blocked : problemWords(error, words) })
    } finally {
      setDoing(undefined)
    }
  }
  const turnOn = () => pushKey && act('on', () => turnOnPush(session.accountId, pushKey), words.app.saved)
  const turnOff = () => act('off', () => turnOffPush(session.accountId), words.app.saved)
  const test = () => act('test', () => call(testPush, {}).then(() => undefined), say.tested)
  const again = (
    <Button onClick={turnOn} busy={doing === 'on' ? say.turningOn : undefined}>
      {say.again}
    </Button>
  )
  /** The server has forgotten this device, or hears nothing from it, though it was turned on here. */
  const hasGoneQuiet = thisDevice ? thisDevice.isQuiet : takesNotices(session.accountId)

  return (
    <section className="settings__part" aria-labelledby={titleId}>
      <h2 id={titleId}>{say.title}</h2>
      {ability !== 'can' && <p>{say[ability]}</p>}
      {ability === 'can' && hasGoneQuiet && (
        <Notice tone="warn" title={say.goneQuiet} action={again}>
          <p>{say.goneQuietHint}</p>
        </Notice>
      )}
      {ability === 'can' && !thisDevice && !hasGoneQuiet && (
        <Button kind="primary" block onClick={turnOn} busy={doing === 'on' ? say.turningOn : undefined}>
          {say.turnOn}
        </Button>
      )}
      {thisDevice && (
        <>
          {ability === 'can' && !hasGoneQuiet && <p>{say.since(dates.date(thisDevice.since))}</p>}
          <div className="settings__acts">
            {ability === 'can' && (
              <Button onClick={test} busy={doing === 'test' ? say.testing : undefined}>
                {say.test}
              </Button>
            )}
            <Button kind="quiet" onClick={turnOff} busy={doing === 'off' ? say.turningOff : undefined}>
              {say.turnOff}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
