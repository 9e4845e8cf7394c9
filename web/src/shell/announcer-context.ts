import type { Announcer } from '@weft/ui/announcer/create-announcer.ts'
import { createContext, useContext } from 'react'

const AnnouncerContext = createContext<Announcer | undefined>(undefined)
export const AnnouncerProvider = AnnouncerContext.Provider

/** The one voice of the portal; absent in tests of single screens. */
export const useAnnouncer = () => useContext(AnnouncerContext)
