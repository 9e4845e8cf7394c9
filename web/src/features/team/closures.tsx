import { Button, IconButton } from '@weft/ui/button/button.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'

interface ClosuresProps {
  closures: readonly string[]
  onChange: (closures: string[]) => void
}

/** Days on which the service is closed besides bank holidays. */
export function Closures({ closures, onChange }: ClosuresProps) {
  const { team: words, time } = useWords()
  const [day, setDay] = useState('')
  const add = () => {
    if (!day || closures.includes(day)) return
    onChange([...closures, day].sort())
    setDay('')
  }
  return (
    <fieldset className="team__closures">
      <legend>{words.closures}</legend>
      <p className="team__hint">{words.closuresHint}</p>
      {closures.length === 0 ? (
        <p className="team__closed">{words.noClosures}</p>
      ) : (
        <ul className="team__chips">
          {closures.map((closure) => (
            <li key={closure} className="team__chip">
              <time dateTime={closure}>{time.date(closure)}</time>
              <IconButton
                icon={X}
                label={words.removeClosure(time.date(closure))}
                onClick={() => onChange(closures.filter((each) => each !== closure))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="team__line">
        <TextField label={words.closureDay} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        <Button onClick={add}>{words.addClosure}</Button>
      </div>
    </fieldset>
  )
}
