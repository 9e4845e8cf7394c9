export const words = {
  loading: 'Loading',
  stillLoading: 'Still loading.',
  tryAgain: 'Try again',
  updated: (when: string) => `Updated ${when}`,
  wrong: (device: string) => `Something went wrong. What you wrote is safe on this ${device}.`,
  device: 'device',
  reference: (reference: string) => `Reference ${reference}`,
  hidden: "We can't show this.",
  hiddenWhy: 'It may have moved, or it may not be shared with you.',
  home: 'Go to the start',
}

export type HouseStateWords = typeof words
