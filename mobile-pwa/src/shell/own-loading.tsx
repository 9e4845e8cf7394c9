import { Loading } from '@weft/ui/house-state/house-state.tsx'
import type { SkeletonShape } from '@weft/ui/skeleton/skeleton.tsx'
import { useOwned } from './own.tsx'

/** In place of what this device has not been told yet; when that takes long, with a way to ask again. */
export function OwnLoading({ shape }: { shape: SkeletonShape }) {
  const { retry } = useOwned()
  return <Loading shape={shape} onTryAgain={retry} />
}
