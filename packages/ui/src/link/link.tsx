import { type ComponentPropsWithRef, type ComponentType, createContext, useContext } from 'react'

export type LinkProps = ComponentPropsWithRef<'a'> & { href: string }

const LinkComponent = createContext<ComponentType<LinkProps> | undefined>(undefined)

/**
 * Gives every piece below it the app's own router link. Without it links are plain anchors, which
 * also work under a router that listens for clicks on the document.
 */
export const LinkProvider = LinkComponent.Provider

export function Link(props: LinkProps) {
  const Routed = useContext(LinkComponent)
  return Routed ? <Routed {...props} /> : <a {...props} />
}
