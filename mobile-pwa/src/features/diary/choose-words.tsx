import type { DiaryEntry } from '@weft/contract/diary/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import type { Conflict } from './use-conflicts.ts'

/** Both texts, whole, and a choice between them. Neither goes before it was made. */
export function ChooseWords({ conflict, entry }: { conflict: Conflict; entry: DiaryEntry | undefined }) {
  const say = useWords().diary.conflict
  const { push, discard } = useOwn('diary')
  const { item, entryId, mine } = conflict
  const isGone = !entry || entry.deletedAt !== undefined

  const settle = (act: () => Promise<unknown>) => async () => {
    await act()
    await discard(item.id)
  }
  // Of one id, however often it is pressed.
  const asNew = () =>
    push('diary.write', { entryId: item.id, ...mine, writtenAt: new Date(item.createdAt).toISOString() })
  const keepMine = settle(async () => {
    if (!entry) return asNew()
    if (entry.deletedAt) await push('diary.restore', { entryId })
    await push('diary.edit', { entryId, ...mine, baseVersion: entry.version })
  })

  return (
    <section className="diary-choose">
      <Notice tone="warn" title={isGone ? say.deletedTitle : say.title}>
        <p>{say.body}</p>
      </Notice>
      <Card title={say.mine} titleLevel={3} action={<Button onClick={() => void keepMine()}>{say.keepMine}</Button>}>
        <Text text={mine.text} />
      </Card>
      {isGone ? (
        <Button onClick={() => void settle(async () => {})()}>{say.leaveDeleted}</Button>
      ) : (
        <>
          <Card
            title={say.other}
            titleLevel={3}
            action={<Button onClick={() => void settle(async () => {})()}>{say.keepOther}</Button>}
          >
            <Text text={entry.text} />
          </Card>
          <Button onClick={() => void settle(asNew)()}>{say.keepBoth}</Button>
        </>
      )}
    </section>
  )
}

export function Text({ text }: { text: string }) {
  return (
    <bdi dir="auto" className="diary-text">
      {text}
    </bdi>
  )
}
