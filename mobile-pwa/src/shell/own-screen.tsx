import { type ComponentType, lazy } from 'react'
import { everyNoun, type Noun } from '../words/nouns.ts'
import { needWords } from '../words/words.ts'
import { SpokenPart } from '../words/words-provider.tsx'

/** A screen, or a part of one, of what is a person's own. The words of the `nouns` it speaks of come with it: of all, when it names none. `after` is what it waits for before it is fetched. */
export function ownScreen<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  nouns: readonly Noun[] = everyNoun,
  after?: Promise<void>,
) {
  return lazy(async () => {
    await after
    const [{ default: Screen }] = await Promise.all([load(), needWords(nouns)])
    const Spoken = (props: Props) => (
      <SpokenPart nouns={nouns}>
        <Screen {...props} />
      </SpokenPart>
    )
    return { default: Spoken }
  })
}
