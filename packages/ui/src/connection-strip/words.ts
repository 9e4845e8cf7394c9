export const words = {
  lost: 'No internet. Carry on, we will save it.',
  liveLost: 'Live updates paused.',
  back: 'Back online.',
  backSent: (count: number) => `Back online. ${count} sent.`,
  unsent: (count: number) => (count === 1 ? '1 message not sent yet' : `${count} messages not sent yet`),
  look: 'Look',
  update: 'An update is ready',
  updateNow: 'Update now',
}

export type ConnectionStripWords = typeof words
