/** Tells when the device is back: online again, or this tab is looked at again after its timers slept. */
export function watchDevice(onBack: () => void, onOnlineChange: () => void): () => void {
  if (typeof document === 'undefined') return () => {}
  const onVisible = () => {
    if (document.visibilityState === 'visible') onBack()
  }
  const onOnline = () => {
    onOnlineChange()
    onBack()
  }
  addEventListener('online', onOnline)
  addEventListener('offline', onOnlineChange)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    removeEventListener('online', onOnline)
    removeEventListener('offline', onOnlineChange)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

export const hasTabs = (): boolean => typeof document !== 'undefined' && typeof BroadcastChannel !== 'undefined'
