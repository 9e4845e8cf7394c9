import { Button } from '@weft/ui/button/button.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { Plus } from 'lucide-react'
import { useWords } from '../../words/words-provider.tsx'

const MOST = 6

interface Props {
  times: readonly string[]
  error: string | undefined
  onChange: (times: string[]) => void
}

/** One time, and as many more as are wanted, up to six. */
export function RemindersTimes({ times, error, onChange }: Props) {
  const say = useWords().reminders
  return (
    <>
      {times.map((time, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a time is known by its place in the list alone
        <div key={place} className="settings__time">
          <TextField
            id={`time-${place}`}
            type="time"
            label={times.length === 1 ? say.time : say.timeOf(place + 1)}
            value={time}
            error={place === 0 ? error : undefined}
            onChange={(event) => onChange(times.map((one, at) => (at === place ? event.target.value : one)))}
          />
          {times.length > 1 && (
            <Button
              kind="quiet"
              aria-label={say.removeTimeNamed(place + 1)}
              onClick={() => onChange(times.filter((_, at) => at !== place))}
            >
              {say.removeTime}
            </Button>
          )}
        </div>
      ))}
      {times.length < MOST && (
        <Button icon={Plus} onClick={() => onChange([...times, ''])}>
          {say.addTime}
        </Button>
      )}
    </>
  )
}
