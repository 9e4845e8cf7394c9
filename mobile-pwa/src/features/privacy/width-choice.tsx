import type { ShareFrom } from '@weft/contract/sharing/shapes.ts'
import { Checkbox, RadioGroup } from '@weft/ui/choice/choice.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useSharing } from './use-sharing.ts'

/** How much of a kind a service is to see. */
export interface Width {
  from: ShareFrom
  /** With everything: also what only the person sees so far. Nobody ticks this but they. */
  isWithKept: boolean
}

export const narrow: Width = { from: 'now', isWithKept: false }

interface Props {
  scope: string
  /** How many of the kind only the person sees. */
  keptCount: number
  width: Width
  onChange: (width: Width) => void
}

/** From now on, or everything so far too; and then that what is kept stays so, by number. */
export function WidthChoice({ scope, keptCount, width, onChange }: Props) {
  const words = useWords()
  const say = words.privacy
  const { shares, serviceOf } = useSharing()
  const others = shares
    .filter((share) => share.scope === scope)
    .map(({ serviceId }) => serviceOf(serviceId)?.name ?? say.aService)
  return (
    <>
      <RadioGroup
        legend={say.fromLegend}
        look="chips"
        value={width.from}
        onChange={(from) => onChange({ ...narrow, from })}
        options={(['now', 'everything'] as const).map((value) => ({ value, label: say.from[value] }))}
      />
      {width.from === 'everything' && keptCount > 0 && (
        <div className="share-choice__kept">
          <p>{scope === 'coping' ? say.stays.ideas(keptCount) : say.stays.goals(keptCount)}</p>
          <Checkbox
            label={say.shareKept(keptCount)}
            hint={others.length > 0 ? say.keptSeenToo(words.language.list(others), keptCount) : undefined}
            checked={width.isWithKept}
            onChange={(event) => onChange({ ...width, isWithKept: event.target.checked })}
          />
        </div>
      )}
    </>
  )
}
