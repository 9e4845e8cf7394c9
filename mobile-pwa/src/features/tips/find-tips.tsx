import { listTips, SEARCH_MAX } from '@weft/contract/tips/operations.ts'
import { type FiveWay, fiveWays, type TipCard, type Topic, topics } from '@weft/contract/tips/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { CheckboxGroup } from '@weft/ui/choice/choice.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { type FormEvent, useRef, useState } from 'react'
import { useAnnouncer } from '../../shell/announcing.tsx'
import { call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import { TipRows } from './tip-rows.tsx'
import { inMyLanguage } from './use-cards.ts'

interface Found {
  words: string
  tips: readonly TipCard[]
}

interface Narrowed {
  found: Found | undefined
  ways: readonly FiveWay[]
  topic: Topic | undefined
}

const all: Narrowed = { found: undefined, ways: [], topic: undefined }

/**
 * All tips, narrowed by words, by the five ways and by topic. Words are looked for by the server where it answers, else in the titles and
 * sentences that are here. Each change says how many are left.
 */
export function FindTips({ cards }: { cards: readonly TipCard[] }) {
  const { tips: say, language } = useWords()
  const announcer = useAnnouncer()
  const [words, setWords] = useState('')
  const [by, setBy] = useState(all)

  const shownBy = ({ found, ways, topic }: Narrowed) =>
    inMyLanguage(found?.tips ?? cards, language.code).filter(
      (card) =>
        (ways.length === 0 || card.fiveWays.some((way) => ways.includes(way))) &&
        (!topic || card.topics.includes(topic)),
    )
  const saidOf = (narrowed: Narrowed): string => {
    const { found, ways, topic } = narrowed
    const { length } = shownBy(narrowed)
    if (length > 0) return say.count(length)
    // The words are to blame only where they alone leave nothing.
    if (found && shownBy({ ...all, found }).length === 0) return say.none(found.words)
    return topic || ways.length > 0 ? say.noneSuch : say.noneHere
  }
  // An answer to a search may come after another choice was made.
  const latest = useRef(all)
  const narrow = (change: Partial<Narrowed>) => {
    const next = { ...latest.current, ...change }
    latest.current = next
    setBy(next)
    announcer.say(saidOf(next))
  }
  const search = async (event: FormEvent) => {
    event.preventDefault()
    const asked = words.trim()
    if (!asked) return narrow({ found: undefined })
    const tips = await call(listTips, { words: asked }).then(
      (answer) => answer.tips,
      () => here(cards, asked),
    )
    narrow({ found: { words: asked, tips } })
  }
  const shown = shownBy(by)
  return (
    <section className="tips__part" aria-labelledby="tips-all">
      <h2 id="tips-all">{say.all}</h2>
      <search>
        <form className="tips__search" onSubmit={search}>
          <TextField
            label={say.search}
            type="search"
            enterKeyHint="search"
            maxLength={SEARCH_MAX}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button type="submit">{say.searchButton}</Button>
        </form>
      </search>
      <CheckboxGroup
        legend={say.ways}
        look="chips"
        options={fiveWays.map((way) => ({ value: way, label: say.way[way] }))}
        value={by.ways}
        onChange={(ways) => narrow({ ways })}
      />
      <SelectField
        label={say.topic}
        value={by.topic ?? ''}
        options={[
          { value: '', label: say.anyTopic },
          ...topics.map((one) => ({ value: one as string, label: say.topics[one] })),
        ]}
        onChange={(event) => narrow({ topic: topics.find((one) => one === event.target.value) })}
      />
      <p className="tips__count">{saidOf(by)}</p>
      {(by.found || by.topic || by.ways.length > 0) && (
        <Button
          onClick={() => {
            setWords('')
            narrow(all)
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
