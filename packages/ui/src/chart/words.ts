export const words = {
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
  /** Names what the arrow keys move through. */
  explore: (title: string) => `${title}: each day. Use the arrow keys.`,
  /** Until a day is chosen. */
  choose: 'Touch the chart, or step through the days.',
  previous: 'The day before',
  next: 'The day after',
  day: 'Day',
  /** In a table, of a day without an entry. */
  none: 'Nothing logged',
  /** On the marker, of a day on which something happened. */
  with: (value: string, moment: string) => `${value}. ${moment}`,
}

export type ChartWords = typeof words
