import { count } from '../counting.ts'

export default {
  sleep: 'Sleep',
  mood: 'Mood',
  span: 'How many days',
  days: (n: number) => count(n, 'day', 'days'),
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  earlier: (n: number) => `The ${n} days before`,
  later: (n: number) => `The ${n} days after`,
  minutes: (n: number) => `${n} min`,
  duration: (minutes: number) =>
    [minutes >= 60 && `${Math.floor(minutes / 60)} h`, (minutes % 60 > 0 || minutes < 60) && `${minutes % 60} min`]
      .filter(Boolean)
      .join(' '),
  outOf: (value: number, of: number) => `${value} out of ${of}`,
  nights: (mean: string, n: number, of: number) => `About ${mean}, from ${n} of ${of} nights.`,
  daysOf: (mean: string, n: number, of: number) => `About ${mean}, from ${n} of ${of} days.`,
  none: (n: number) => `Nothing logged in these ${n} days.`,
  trends: {
    lower: (n: number) => `Lower than the ${n} days before.`,
    'a-little-lower': (n: number) => `A little lower than the ${n} days before.`,
    'about-the-same': (n: number) => `About the same as the ${n} days before.`,
    'a-little-higher': (n: number) => `A little higher than the ${n} days before.`,
    higher: (n: number) => `Higher than the ${n} days before.`,
  },
  noTrend: 'Not enough days yet to say if it has changed.',
  stopped: (name: string) => `${name} has stopped sharing this.`,
  notes: 'Notes',
  helped: (text: string) => `What helped: ${text}`,
  figures: {
    caption: (n: number) => `Nights logged in full: ${n}`,
    night: 'Night before',
    inBed: 'In bed',
    asleep: 'Asleep',
    toSleep: 'To fall asleep',
    awake: 'Awake in the night',
    efficiency: 'Sleep efficiency',
    after: 'In bed after waking',
    middle: 'Middle of sleep',
    quality: 'Own rating',
    guides: {
      'suggests-insomnia':
        'On average over 30 minutes to fall asleep or awake in the night, with efficiency under 80 %: suggests insomnia.',
      adequate: 'Average efficiency of 85 % or more: adequate.',
    },
    caveat:
      'A guide, not a diagnosis. Against recordings, a diary overstates time asleep by about 30 to 40 minutes, and efficiency by 6 to 7 points.',
  },
}
