export const words = {
  ended: 'Please sign in to carry on.',
  endedBody: 'Nothing is lost.',
  lockedLabel: 'Locked, sign in to carry on',
  appLocked: 'Locked',
  pin: 'Your PIN',
  unlock: 'Unlock',
  deviceLock: 'Use fingerprint, face or screen lock',
  forgot: 'I forgot my PIN',
  signOut: "Not you? Sign out and remove this phone's copy",
  idle: 'You will be locked out soon',
  left: (seconds: number) => (seconds === 1 ? '1 second left' : `${seconds} seconds left`),
  stay: 'Stay signed in',
}

export type LockWords = typeof words
