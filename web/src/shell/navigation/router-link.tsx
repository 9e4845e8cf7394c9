import { useRouter } from '@tanstack/react-router'
import type { LinkProps } from '@weft/ui/link/link.tsx'
import type { MouseEvent } from 'react'

/** Draws the shared pieces' links: `/caseload` stays in this page; modified clicks and other addresses are the browser's. */
export function RouterLink({ href, onClick, ...rest }: LinkProps) {
  const router = useRouter()
  const isOurs = href.startsWith('/')
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !isPlain || !isOurs || rest.target) return
    event.preventDefault()
    void router.navigate({ to: href })
  }
  return <a {...rest} href={isOurs ? router.history.createHref(`/staff${href}`) : href} onClick={go} />
}
