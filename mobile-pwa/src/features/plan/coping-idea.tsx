import { uuidv7 } from '@weft/channels/client'
import { type CopingStrategy, PINNED_MAX, type TapKind } from '@weft/contract/plans/shapes.ts'
import { pinnedOf } from '@weft/contract/plans/slice.ts'
import { Badge } from '@weft/ui/badge/badge.tsx'
import { Button } from '@weft/ui/button/button.tsx'
import { Menu } from '@weft/ui/menu/menu.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { LifeBuoy, Lock, Pencil, Pin, PinOff, Trash2 } from 'lucide-react'
import { useOwn } from '../../shell/own.tsx'
import { go } from '../../shell/router.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useSharing } from '../privacy/use-sharing.ts'

/** One thing that helps: two taps for how it went, and a menu for the rest. */
export function CopingIdea({ idea }: { idea: CopingStrategy }) {
  const words = useWords()
  const { coping: say } = words
  const { deleted, restored } = words.plan
  const { slice, push } = useOwn('plans')
  const { shares } = useSharing()
  const toast = useToast()
  const { copingId, usedCount, helpedCount } = idea
  const isKindShared = shares.some(({ scope }) => scope === 'coping')

  const tap = async (kind: TapKind) => {
    const tapId = uuidv7()
    await push('coping.tap', { copingId, tapId, kind })
    toast({
      text: kind === 'used' ? say.usedNow : say.helpedNow,
      onUndo: () => void push('coping.untap', { copingId, tapId }),
    })
  }
  const pin = async () => {
    const isPinned = !idea.pinnedAt
    const [longest] = pinnedOf(slice.coping)
    const isFull = isPinned && pinnedOf(slice.coping).length >= PINNED_MAX
    await push('coping.pin', { copingId, isPinned })
    const instead = isFull && longest ? say.pinnedInstead(longest.words) : say.pinnedNow
    toast({ text: isPinned ? instead : say.unpinnedNow })
  }
  const remove = async () => {
    await push('coping.delete', { copingId })
    const restore = async () => {
      await push('coping.restore', { copingId })
      toast({ text: restored })
    }
    toast({ text: deleted, onUndo: () => void restore() })
  }

  return (
    <li className="plan-idea">
      <div className="plan-idea__head">
        <p className="plan-idea__words">
          <bdi dir="auto">{idea.words}</bdi>
        </p>
        <Menu
          iconOnly
          label={say.more(idea.words)}
          items={[
            {
              label: idea.pinnedAt ? say.unpin : say.pin,
              icon: idea.pinnedAt ? PinOff : Pin,
              onPick: () => void pin(),
            },
            { label: words.safetyPlan.change, icon: Pencil, onPick: () => go(`/plan/coping/${copingId}`) },
            { label: words.plan.delete, icon: Trash2, onPick: () => void remove() },
          ]}
        />
      </div>
      {idea.whenToUse && (
        <p>
          <bdi dir="auto">{say.whenShown(idea.whenToUse)}</bdi>
        </p>
      )}
      {idea.trigger && (
        <p>
          <bdi dir="auto">{say.triggerShown(idea.trigger)}</bdi>
        </p>
      )}
      <p className="plan-idea__marks">
        {idea.pinnedAt && <Badge icon={LifeBuoy}>{say.pinned}</Badge>}
        {isKindShared && idea.visibility === 'private' && (
          <Badge tone="private" icon={Lock}>
            {words.diary.onlyYou}
          </Badge>
        )}
        {(usedCount > 0 || helpedCount > 0) && (
          <span className="plan__soft">
            {[usedCount > 0 && say.usedCount(usedCount), helpedCount > 0 && say.helpedCount(helpedCount)]
              .filter(Boolean)
              .join(', ')}
          </span>
        )}
      </p>
      <div className="plan-idea__taps">
        <Button onClick={() => void tap('used')} aria-label={`${say.used}: ${idea.words}`}>
          {say.used}
        </Button>
        <Button onClick={() => void tap('helped')} aria-label={`${say.helped}: ${idea.words}`}>
          {say.helped}
        </Button>
      </div>
    </li>
  )
}
