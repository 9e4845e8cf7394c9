export const words = {
  skip: 'Skip to main content',
  sections: 'Sections',
  more: 'More',
  widen: 'Show names',
  narrow: 'Hide names',
  find: 'Find',
  findKeys: 'Ctrl K',
  count: (count: number) => `${count} waiting`,
}

export type StaffShellWords = typeof words
