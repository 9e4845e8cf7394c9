import { type AboutMeKey, aboutMeKeys } from '@weft/contract/plans/shapes.ts'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { Choose } from './choose.tsx'

/** Texts that were changed on two devices, each with both. */
export function AboutConflicts() {
  const {
    aboutMe: say,
    plan: { conflict },
  } = useWords()
  const { slice, refused, push, discard } = useOwn('plans')
  const { aboutMe } = slice
  return refused
    .filter((item) => item.push === 'aboutMe.save')
    .map((item) => {
      const mine = item.input.texts as Partial<Record<AboutMeKey, string | null>>
      const held = aboutMe?.deletedAt ? undefined : aboutMe?.texts
      const keepMine = async () => {
        await push('aboutMe.save', { texts: mine, baseVersion: aboutMe?.version ?? 0 })
        await discard(item.id)
      }
      const shown = (textOf: (key: AboutMeKey) => string | null | undefined) =>
        aboutMeKeys
          .filter((key) => mine[key] !== undefined)
          .map((key) => (
            <div key={key}>
              <p className="plan__soft">{say.keys[key]}</p>
              <bdi dir="auto" className="plan-part__said">
                {textOf(key) || conflict.nothing}
              </bdi>
            </div>
          ))
      return (
        <Choose
          key={item.id}
          mine={shown((key) => mine[key])}
          other={shown((key) => held?.[key]?.text)}
          onMine={() => void keepMine()}
          onOther={() => void discard(item.id)}
        />
      )
    })
}
