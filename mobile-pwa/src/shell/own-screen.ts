import { type ComponentType, lazy } from 'react'
import { needOwnWords } from '../words/words.ts'

/** A screen, or a part of one, of what is a person's own: its words come with it. */
export function ownScreen<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const [screen] = await Promise.all([load(), needOwnWords()])
    return screen
  })
}
