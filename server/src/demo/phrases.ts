import type { Random } from './random.ts'

/** Made-up sentences, by who writes. Messages are put together from them to a wanted length. */
const fromPeople = [
  'Bad night again, maybe four hours.',
  'I tried the breathing thing and it did help a bit.',
  'Can I change my appointment to the afternoon?',
  'The voices were quieter today.',
  'I went for a walk to the canal and back.',
  'Is it normal to feel this tired on the new tablets?',
  'My sister came round which was nice.',
  'I did not manage the shop, too many people.',
  'Thank you for ringing yesterday.',
  'I have filled in the form you sent.',
  'The letter from the council has come and I do not understand it.',
  'I slept right through for once.',
  'I keep waking at four and then that is it.',
  'Work have said I can do shorter days for now.',
  'I missed the bus so I was late, sorry.',
  'Could someone explain what happens next?',
  'I have been cooking again, nothing fancy.',
  'It was a hard weekend.',
  'The gas people came and it is warm now.',
  'I do not want to talk about it on the phone if that is all right.',
  'My knee is playing up so I have not been out.',
  'I wrote some things down like you said.',
  'Feeling a bit more like myself.',
  'I have not had a drink since Sunday.',
  'The group was better than I thought it would be.',
  'I am worried about the review.',
  'The payment has not come through yet.',
  'I made the list of what I owe and it was not as bad as I feared.',
  'The kids are back at school so it is quieter.',
  'I would like to try the gardening thing.',
] as const
const fromStaff = [
  'Thank you for telling us.',
  'That sounds like a hard night.',
  'I can ring you tomorrow morning, would ten suit?',
  'Your next appointment is still as it was.',
  'Well done for going out, that is a real step.',
  'It is common to feel tired in the first two weeks.',
  'Let us talk about it when we meet.',
  'I have asked a colleague to look at the letter with you.',
  'You can bring someone with you if you like.',
  'I am away on Thursday, Nia will be here.',
  'Shall we go through your plan together on Friday?',
  'I will put that on the list for the review.',
  'Please do keep writing, we read everything in working hours.',
  'I have changed it to half past two.',
  'The group meets on Tuesdays at the library.',
  'If it gets worse before then, the numbers under Get help now are there day and night.',
  'I have sent the form again by post.',
  'How did the new routine go?',
] as const
const fromCarers = [
  'I just wanted to let someone know she has not been eating much.',
  'It has been a brighter week.',
  'Who should I ring if it happens at the weekend?',
  'I am finding it hard to keep going myself.',
  'She does not like me fussing, so I am writing instead.',
  'The tablets are all there this time.',
  'Up most of the night again.',
  'Is there anything on for carers near us?',
  'We had a good day on Sunday.',
  'I have to be away next Thursday.',
  'She told me about the appointment, I will drive her.',
] as const
const toCarers = [
  'Thank you, it helps us to know.',
  'We cannot tell you about what is private, but we can always listen.',
  'There is a carers group on the first Monday, you would be welcome.',
  'At the weekend please use the numbers under Get help now.',
  'How are you doing yourself?',
  'I will ring you on Wednesday after lunch.',
] as const
const notes = [
  'Left voicemail as agreed, no detail.',
  'Covering for Sam on Thursday.',
  'Prefers mornings.',
  'Asked about the group, interested.',
  'Spoke with housing about the boiler, engineer booked.',
  'Please do not ring before nine.',
  'Review moved to next week, room two.',
  'Two of us for the first visit.',
  'Told about the carers group.',
  'Letter sent again.',
  'Happy for us to speak to the school.',
  'Checked the number, it is right now.',
] as const

export const voices = { person: fromPeople, staff: fromStaff, carer: fromCarers, staffToCarer: toCarers, note: notes }
export type Voice = keyof typeof voices

/** About `words` words in that voice: whole sentences, never the same one twice in a message. */
export function say(random: Random, voice: Voice, words: number): string {
  const said: string[] = []
  let count = 0
  for (const sentence of random.shuffle(voices[voice])) {
    said.push(sentence)
    count += sentence.split(' ').length
    if (count >= words - 4) break
  }
  return said.join(' ')
}

/** Messages that a demo must hold: other languages, other scripts, emoji, and very long ones. */
export function special(random: Random): string[] {
  const long = (length: number) => {
    let text = ''
    while (text.length < length) text += `${say(random, 'person', 60)} `
    return [...text].slice(0, length).join('')
  }
  return [
    'Diolch am ffonio ddoe. Mae’n well heddiw.',
    'آج بہتر محسوس کر رہی ہوں، شکریہ۔',
    'امروز کمی بهتر خوابیدم. ممنون که پرسیدید.',
    'Managed the whole walk 🙂🌧️ got soaked though',
    long(550),
    long(5000),
  ]
}
