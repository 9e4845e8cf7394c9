import { Notice } from '@weft/ui/notice/notice.tsx'
import { useWords } from '../../words/words.ts'
import { useOnline } from '../use-online.ts'

/** Stands above what cannot be done without a network, and is said when the network goes. */
export function OfflineNotice() {
  const { signIn } = useWords()
  const isOnline = useOnline()
  return <div role="status">{!isOnline && <Notice tone="info">{signIn.offline}</Notice>}</div>
}
