import { type RefObject, useLayoutEffect } from 'react'

/** Grows a text box with its words where the browser cannot do so itself (`field-sizing: content`). */
export function useGrowth(box: RefObject<HTMLTextAreaElement | null>, text: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what changes the height
  useLayoutEffect(() => {
    if (!box.current || globalThis.CSS?.supports?.('field-sizing', 'content')) return
    box.current.style.blockSize = 'auto'
    box.current.style.blockSize = `${box.current.scrollHeight + 2}px`
  }, [box, text])
}
