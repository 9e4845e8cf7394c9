export default {
  error: 'Something went wrong. What you wrote is safe on this computer.',
  couldNotRefresh: 'Could not refresh',
  tryAgain: 'Try again',
  hidden: "We can't show this. It may have moved, or it may not be shared with you.",
  notFoundTitle: "We can't show this",
  ago: (span: string) => `${span} ago`,
  copied: 'Copied',
  device: 'computer',
}
