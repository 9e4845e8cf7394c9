export default {
  name: 'Weft',
  line: 'Care, woven between appointments',
  skip: 'Skip to main content',
  help: 'Get help now',
  tryAgain: 'Try again',
  home: 'Go to Today',
  close: 'Close',
  saved: 'Saved',
  savedHere: 'Saved on this phone. Will sync later.',
  updated: (ago: string) => `Updated ${ago}`,
}
