import { nothingOwned, type OwnSliceName, type OwnState } from '@weft/contract/own/slices.ts'
import { use, useContext } from 'react'
import { OwnContext, type Owned } from './own-context.ts'

/** For screens of the patient hat alone. Suspends while the feed's own code is on its way. */
export function useOwned(): Owned {
  const place = useContext(OwnContext)
  if (!place) throw new Error('useOwned under another hat than the patient’s')
  if (!place.owned) use(place.ready)
  return place.owned as Owned
}

/** One noun's slice; empty until this device has been told (`isKnown`). */
export function useOwn<Name extends OwnSliceName>(part: Name) {
  const owned = useOwned()
  const slice: OwnState[Name] = (owned.state ?? nothingOwned)[part]
  return { ...owned, slice, isKnown: owned.state !== undefined }
}
