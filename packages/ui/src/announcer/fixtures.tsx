import { useState } from 'react'
import { Button } from '../button/button.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { AnnouncerRegions } from './announcer.tsx'
import { createAnnouncer } from './create-announcer.ts'

function Speaking() {
  const [announcer] = useState(() => createAnnouncer())
  const [count, setCount] = useState(0)
  const hear = () => {
    announcer.heard({ id: `${count}`, author: 'Sam', role: 'nurse', text: `Message ${count}` })
    setCount(count + 1)
  }
  return (
    <>
      <AnnouncerRegions announcer={announcer} />
      <Button onClick={hear}>A message arrives</Button>
      <Button onClick={() => announcer.notSent(`${count}`, 'It is too long.')}>One is not sent</Button>
    </>
  )
}

export const fixtures: Fixture[] = [{ state: 'silent until something arrives', show: <Speaking /> }]
