export const words = {
  region: 'Person',
  born: 'Born',
  nhsNumber: 'NHS number',
  copy: 'Copy',
  copied: 'Copied',
  copyLabel: 'Copy NHS number',
  needs: 'Needs',
  lead: 'Lead',
  enrolment: 'With',
  shares: 'They share',
  safeContact: 'Safe contact',
  staffSafety: 'Staff safety',
  sourceAndReview: (source: string, reviewOn: string) => `${source}. Review ${reviewOn}.`,
}

export type PersonHeaderWords = typeof words
