import { inOrder } from '@weft/contract/tips/own.ts'
import { type Tip, type Topic, topics } from '@weft/contract/tips/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { CheckboxGroup } from '@weft/ui/choice/choice.tsx'
import { Empty } from '@weft/ui/house-state/house-state.tsx'
import { useEffect, useState } from 'react'
import { useOwn } from '../../shell/own.tsx'
import { useStay } from '../../shell/session.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { keepSaved } from './kept-tips.ts'
import { keptTips } from './saved-tips.ts'
import { TipRows } from './tip-rows.tsx'
import { type Cards, inMyLanguage } from './use-cards.ts'

const FOR_YOU = 4
const none: never[] = []

/** What is one's own of the tips: those of the topics one chose, and those one saved, which are read with no signal. */
export default function OwnTips({ cards = none, isFresh }: Pick<Cards, 'cards' | 'isFresh'>) {
  const { tips: say, language } = useWords()
  const { slice, push } = useOwn('tips')
  const { rows } = useStay()
  const [isChoosing, setChoosing] = useState(false)
  const [kept, setKept] = useState<readonly Tip[]>([])

  const savedIds = slice.saved.map((one) => one.contentId).join()
  useEffect(() => {
    let isHere = true
    const told = isFresh ? keepSaved(rows, savedIds.split(',').filter(Boolean), cards) : keptTips(rows)
    told.then(
      (tips) => isHere && setKept(tips),
      () => {}, // no room on the device: they are read from the network
    )
    return () => {
      isHere = false
    }
  }, [rows, savedIds, cards, isFresh])

  const saved = slice.saved.flatMap(({ contentId }) => {
    const tip = [...kept, ...cards].find((one) => one.contentId === contentId)
    return tip ? [tip] : []
  })
  const forYou = inMyLanguage(cards, language.code)
    .filter((card) => card.topics.some((topic) => slice.topics.includes(topic)))
    .slice(0, FOR_YOU)
  const choose = (chosen: Topic[]) => void push('tip.chooseTopics', { topics: inOrder(chosen) })

  return (
    <>
      <section className="tips__part" aria-labelledby="tips-for-you">
        <h2 id="tips-for-you">{say.forYou}</h2>
        <p className="tips__about">{say.forYouAbout}</p>
        {forYou.length > 0 && <TipRows tips={forYou} label={say.forYou} />}
        {isChoosing && (
          <CheckboxGroup
            legend={say.chooseLegend}
            hint={say.onlyYou}
            look="chips"
            options={topics.map((topic) => ({ value: topic, label: say.topics[topic] }))}
            value={slice.topics}
            onChange={choose}
          />
        )}
        <Button aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          {isChoosing ? say.done : say.choose}
        </Button>
      </section>
      <section className="tips__part" aria-labelledby="tips-saved">
        <h2 id="tips-saved">{say.savedTips}</h2>
        {saved.length > 0 ? <TipRows tips={saved} label={say.savedTips} /> : <Empty>{say.nothingSaved}</Empty>}
      </section>
    </>
  )
}
