import { uuidv7 } from '@weft/channels/client'
import {
  ageBands,
  BODY_MAX,
  contentLanguages,
  fiveWays,
  kinds,
  SUMMARY_MAX,
  TITLE_MAX,
  topics,
} from '@weft/contract/tips/shapes.ts'
import { Button, IconButton } from '@weft/ui/button/button.tsx'
import { CheckboxGroup, RadioGroup } from '@weft/ui/choice/choice.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { TextArea } from '@weft/ui/text-area/text-area.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { X } from 'lucide-react'
import { useWords } from '../../words/words.ts'
import { slugOf, type TipDraft, type TipMistake } from './tip-draft.ts'

export interface TipFieldsProps {
  id: string
  draft: TipDraft
  mistakes: readonly TipMistake[]
  isNew: boolean
  /** It was published once: people may have kept the address. */
  isSlugFixed: boolean
  /** Of the person's own calendar, for the day boxes. */
  today: string
  lastDay: string
  onChange: (draft: TipDraft) => void
}

/** Everything an editor writes of a tip. */
export function TipFields({ id, draft, mistakes, isNew, isSlugFixed, today, lastDay, onChange }: TipFieldsProps) {
  const { tips: words } = useWords()
  const set = (change: Partial<TipDraft>) => onChange({ ...draft, ...change })
  const wrong = (...names: TipMistake[]) => {
    const found = mistakes.find((one) => names.includes(one))
    return found && words.wrong[found]
  }
  return (
    <>
      {isNew && (
        <RadioGroup
          legend={words.kindLegend}
          hint={words.kindHint}
          look="chips"
          options={kinds.map((value) => ({ value, label: words.kind[value] }))}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
        />
      )}
      <TextField
        id={`${id}-title`}
        label={words.name}
        maxLength={TITLE_MAX}
        value={draft.title}
        error={wrong('title')}
        onChange={({ target }) => set({ title: target.value, ...(!draft.isSlugOwn && { slug: slugOf(target.value) }) })}
      />
      <TextField
        id={`${id}-slug`}
        label={words.slug}
        hint={isSlugFixed ? words.slugFixed : words.slugHint}
        prefix="/tips/"
        dir="ltr"
        readOnly={isSlugFixed}
        spellCheck={false}
        value={draft.slug}
        error={wrong('slug', 'slugTaken')}
        onChange={({ target }) => set({ slug: target.value, isSlugOwn: true })}
      />
      <TextArea
        id={`${id}-summary`}
        label={words.summary}
        hint={words.summaryHint}
        rows={2}
        maxLength={SUMMARY_MAX}
        value={draft.summary}
        error={wrong('summary')}
        onChange={({ target }) => set({ summary: target.value })}
      />
      <TextArea
        id={`${id}-body`}
        label={words.body}
        hint={words.bodyHint}
        rows={18}
        maxLength={BODY_MAX}
        value={draft.body}
        error={wrong('body')}
        onChange={({ target }) => set({ body: target.value })}
      />
      <CheckboxGroup
        legend={words.ways}
        look="chips"
        options={fiveWays.map((value) => ({ value, label: words.way[value] }))}
        value={draft.fiveWays}
        onChange={(chosen) => set({ fiveWays: chosen })}
      />
      <CheckboxGroup
        legend={words.topics}
        look="chips"
        options={topics.map((value) => ({ value, label: words.topic[value] }))}
        value={draft.topics}
        onChange={(chosen) => set({ topics: chosen })}
      />
      <div className="tips-desk__pair">
        <SelectField
          label={words.ageBand}
          value={draft.ageBand}
          options={ageBands.map((value) => ({ value, label: words.ages[value] }))}
          onChange={({ target }) => set({ ageBand: ageBands.find((one) => one === target.value) ?? 'everyone' })}
        />
        <SelectField
          label={words.language}
          value={draft.language}
          options={contentLanguages.map((value) => ({ value, label: words.languages[value] }))}
          onChange={({ target }) => set({ language: contentLanguages.find((one) => one === target.value) ?? 'en' })}
        />
      </div>
      <Sources id={id} draft={draft} error={wrong('sources')} onChange={(sources) => set({ sources })} />
      <TextField
        id={`${id}-authorLine`}
        label={words.authorLine}
        hint={words.authorHint}
        value={draft.authorLine}
        error={wrong('authorLine')}
        onChange={({ target }) => set({ authorLine: target.value })}
      />
      {draft.kind === 'story' && (
        <TextField
          id={`${id}-consentRef`}
          label={words.consentRef}
          hint={words.consentHint}
          value={draft.consentRef}
          error={wrong('consentRef')}
          onChange={({ target }) => set({ consentRef: target.value })}
        />
      )}
      <TextField
        id={`${id}-reviewBy`}
        label={words.reviewBy}
        hint={words.reviewHint}
        type="date"
        min={today}
        max={lastDay}
        value={draft.reviewBy}
        error={wrong('reviewBy')}
        onChange={({ target }) => set({ reviewBy: target.value })}
      />
    </>
  )
}

interface SourcesProps {
  id: string
  draft: TipDraft
  error: string | undefined
  onChange: (sources: TipDraft['sources']) => void
}

function Sources({ id, draft: { sources }, error, onChange }: SourcesProps) {
  const { tips: words } = useWords()
  const change = (key: string, part: object) =>
    onChange(sources.map((source) => (source.key === key ? { ...source, ...part } : source)))
  return (
    <fieldset className="tips-desk__sources">
      <legend>{words.sources}</legend>
      {sources.map(({ key, title, url }, at) => (
        <div key={key} className="tips-desk__source">
          <TextField
            id={at === 0 ? `${id}-sources` : undefined}
            label={words.sourceTitle(at + 1)}
            value={title}
            error={at === 0 ? error : undefined}
            onChange={({ target }) => change(key, { title: target.value })}
          />
          <TextField
            label={words.sourceUrl(at + 1)}
            inputMode="url"
            dir="ltr"
            isOptional
            value={url}
            onChange={({ target }) => change(key, { url: target.value })}
          />
          <IconButton
            icon={X}
            label={words.removeSource(at + 1)}
            onClick={() => onChange(sources.filter((source) => source.key !== key))}
          />
        </div>
      ))}
      <Button onClick={() => onChange([...sources, { key: uuidv7(), title: '', url: '' }])}>{words.addSource}</Button>
    </fieldset>
  )
}
