export const words = {
  skip: 'Skip to main content',
  menu: 'Menu',
  back: 'Back',
  leave: 'Leave quickly',
  nav: 'Main',
  supporting: (name: string) => `You are supporting ${name}`,
  backToMyself: 'Back to myself',
  count: (count: number) => `${count} new`,
}

export type PeopleShellWords = typeof words
