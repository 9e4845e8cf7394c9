import { listTips, SEARCH_MAX } from '@weft/contract/tips/operations.ts'
import { type TipCard, type Topic, topics } from '@weft/contract/tips/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { type FormEvent, useState } from 'react'
import { useAnnouncer } from '../../shell/announcing.tsx'
import { call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import { TipRows } from './tip-rows.tsx'
import { inMyLanguage } from './use-cards.ts'

interface Found {
  words: string
  tips: readonly TipCard[]
}

/** All tips with a search over them: the server's where it answers, else over the titles and sentences that are here. */
export function FindTips({ cards }: { cards: readonly TipCard[] }) {
  const { tips: say, language } = useWords()
  const announcer = useAnnouncer()
  const [words, setWords] = useState('')
  const [topic, setTopic] = useState<Topic>()
  const [found, setFound] = useState<Found>()

  const shown = inMyLanguage(found?.tips ?? cards, language.code).filter(
    (card) => !topic || card.topics.includes(topic),
  )
  const search = async (event: FormEvent) => {
    event.preventDefault()
    const asked = words.trim()
    if (!asked) return setFound(undefined)
    const tips = await call(listTips, { words: asked }).then(
      (answer) => answer.tips,
      () => here(cards, asked),
    )
    setFound({ words: asked, tips })
    announcer.say(tips.length > 0 ? say.count(inMyLanguage(tips, language.code).length) : say.none(asked))
  }
  return (
    <section className="tips__part" aria-labelledby="tips-all">
      <h2 id="tips-all">{say.all}</h2>
      <search>
        <form className="tips__search" onSubmit={search}>
          <TextField
            label={say.search}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            maxLength={SEARCH_MAX}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button type="submit">{say.searchButton}</Button>
        </form>
      </search>
      <SelectField
        label={say.topic}
        value={topic ?? ''}
        options={[
          { value: '', label: say.anyTopic },
          ...topics.map((one) => ({ value: one as string, label: say.topics[one] })),
        ]}
        onChange={(event) => setTopic(topics.find((one) => one === event.target.value))}
      />
      <p className="tips__count">
        {shown.length > 0 ? say.count(shown.length) : found ? say.none(found.words) : say.noneHere}
      </p>
      {found && (
        <Button
          onClick={() => {
            setWords('')
            setFound(undefined)
          }}
        >
          {say.clear}
        </Button>
      )}
      {shown.length > 0 && <TipRows tips={shown} label={say.all} />}
    </section>
  )
}

const here = (cards: readonly TipCard[], asked: string): TipCard[] => {
  const each = asked.toLowerCase().split(/\s+/)
  return cards.filter((card) => {
    const text = `${card.title} ${card.summary}`.toLowerCase()
    return each.every((word) => text.includes(word))
  })
}
