export default {
  couldNotRefresh: 'Could not refresh',
  tryAgain: 'Try again',
  notFoundTitle: "We can't show this",
  ago: (span: string) => `${span} ago`,
  copied: 'Copied',
}
