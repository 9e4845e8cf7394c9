import { Copy, EyeOff, Undo2 } from 'lucide-react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Menu, type MenuItem } from './menu.tsx'

const nothing = () => {}
const items: MenuItem[] = [
  { label: 'Withdraw', icon: Undo2, onPick: nothing },
  { label: 'Hide for me', icon: EyeOff, onPick: nothing },
  { label: 'Copy', icon: Copy, onPick: nothing },
]

export const fixtures: Fixture[] = [
  { state: 'closed', show: <Menu label="More" items={items} /> },
  { state: 'icon alone', app: 'staff', show: <Menu label="Acts for this message" iconOnly items={items} /> },
]
