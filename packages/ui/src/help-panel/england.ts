import type { HelpList } from './lines.ts'

/**
 * National lines for England, in the order of need. A deployment confirms every one of them before live use, the two marked below above all,
 * and sets `reviewedOn` to the day it did. Plain data without imports that run, so the static help page can be written from it.
 */
export const england: HelpList = {
  nation: 'England',
  reviewedOn: '2026-04-01',
  lines: [
    {
      id: '999',
      way: 'call',
      title: 'In danger now? Call 999',
      detail: 'Or go to A&E. Day and night.',
      href: 'tel:999',
      routes: [
        { label: '999 by text relay, 18000', href: 'tel:18000' },
        { label: '999 in sign language', href: 'https://999bsl.co.uk' },
      ],
    },
    {
      id: '111',
      way: 'call',
      title: 'NHS 111, then option 2',
      detail: 'Mental health help, day and night',
      href: 'tel:111',
      routes: [
        { label: '111 by text relay, 18001 111', href: 'tel:18001111' },
        { label: '111 in sign language', href: 'https://signvideo.co.uk/nhs111' },
      ],
    },
    {
      id: 'samaritans',
      way: 'call',
      title: 'Samaritans 116 123',
      detail: 'To talk about anything. Free, day and night.',
      href: 'tel:116123',
      routes: [{ label: 'Samaritans by text relay, 18001 116 123', href: 'tel:18001116123' }],
    },
    {
      id: 'shout',
      way: 'text',
      title: 'Text SHOUT to 85258',
      detail: 'To write with someone. Free, day and night.',
      // `?&body=`: iPhones read what follows the &, others what follows the ?.
      href: 'sms:85258?&body=SHOUT',
    },
    {
      id: 'childline',
      way: 'call',
      title: 'Childline 0800 1111',
      detail: 'For anyone under 19. Free, day and night.',
      href: 'tel:08001111',
      isForChildren: true,
    },
    {
      // Confirm before live use.
      id: 'papyrus',
      way: 'call',
      title: 'Papyrus 0800 068 4141',
      detail: 'Under 35 and thinking about suicide. Free.',
      href: 'tel:08000684141',
      isMore: true,
    },
    {
      // Confirm before live use.
      id: 'domestic-abuse',
      way: 'call',
      title: 'Domestic abuse 0808 2000 247',
      detail: 'If someone at home hurts or scares you. Free, day and night.',
      href: 'tel:08082000247',
      isMore: true,
    },
    {
      id: 'frank',
      way: 'call',
      title: 'FRANK 0300 123 6600',
      detail: 'About drugs, for you or someone you know',
      href: 'tel:03001236600',
      isMore: true,
    },
  ],
}
