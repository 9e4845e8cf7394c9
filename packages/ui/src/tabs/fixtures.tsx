import { useState } from 'react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { type Tab, Tabs } from './tabs.tsx'

function Held({ label, tabs, first }: { label: string; tabs: Tab[]; first: string }) {
  const [selected, setSelected] = useState(first)
  return (
    <Tabs label={label} tabs={tabs} selected={selected} onSelect={setSelected}>
      <p style={{ paddingBlock: 12 }}>{tabs.find((tab) => tab.id === selected)?.label}</p>
    </Tabs>
  )
}

const person = ['Overview', 'Messages', 'Goals', 'Trackers', 'Plan', 'Appointments', 'Circle', 'Access']
const writing: Tab[] = [
  { id: 'reply', label: 'Reply' },
  { id: 'note', label: 'Staff note', tone: 'note' },
]

export const fixtures: Fixture[] = [
  {
    state: 'many',
    show: (
      <Held
        label="Denise Abbot"
        first="Messages"
        tabs={person.map((label) => ({ id: label, label, count: label === 'Messages' ? 2 : 0 }))}
      />
    ),
  },
  { state: 'reply', app: 'staff', show: <Held label="Write to" tabs={writing} first="reply" /> },
  { state: 'staff note', app: 'staff', show: <Held label="Write to" tabs={writing} first="note" /> },
]
