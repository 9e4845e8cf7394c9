import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useWords } from '../../words/words.ts'
import type { CaseloadFilter } from './caseload-rows.ts'

interface FilterBarProps {
  filter: CaseloadFilter
  onChange: (filter: CaseloadFilter) => void
}

export function CaseloadFilterBar({ filter, onChange }: FilterBarProps) {
  const { caseload: words } = useWords()
  const chip = (name: 'mine' | 'unread', label: string) => (
    <button
      type="button"
      className="caseload__chip"
      aria-pressed={filter[name]}
      onClick={() => onChange({ ...filter, [name]: !filter[name] })}
    >
      {label}
    </button>
  )
  return (
    <search className="caseload__filters">
      <TextField
        label={words.filter}
        type="search"
        spellCheck={false}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <div className="caseload__chips">
        {chip('mine', words.mine)}
        {chip('unread', words.waiting)}
      </div>
    </search>
  )
}
