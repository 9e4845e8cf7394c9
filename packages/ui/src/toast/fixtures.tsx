import type { Fixture } from '../fixtures-page/fixture.ts'
import { ToastView } from './toast.tsx'

const none = () => {}

export const fixtures: Fixture[] = [
  { state: 'with Undo', show: <ToastView text="Shared with Health Coaching" onUndo={none} onEnd={none} /> },
  { state: 'without', show: <ToastView text="Saved" onEnd={none} /> },
]
