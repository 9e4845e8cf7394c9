export const words = {
  by: (when: string) => `You should hear ${when}.`,
  closed: (team: string, opens: string, when: string) =>
    `${team} is closed. They open ${opens}. You should hear ${when}.`,
  holiday: (holiday: string, team: string, opens: string, when: string) =>
    `${team} is closed for ${holiday}. They open ${opens}. You should hear ${when}.`,
  late: "Sorry, this is later than we said. Your message is at the top of the team's list.",
  nobody: (when: string) => `The team cannot answer today. You should hear ${when}.`,
  unknown: (phone: string) => `We cannot say when we will reply. Call ${phone}.`,
}

export type ReplyPromiseWords = typeof words
