import type { GoalType } from '@weft/contract/goals/shapes.ts'

/** What people of the pilot want to change, by part of life, with small steps towards it. All made up. */
export const goalPhrases: Record<GoalType, readonly { words: string; steps: readonly string[] }[]> = {
  physical_health: [
    {
      words: 'Get fitter',
      steps: ['Ring the gym', 'Walk to the shop and back', 'Find my trainers', 'Ask about the swimming pass'],
    },
    { words: 'Eat something hot each day', steps: ['Write a short list', 'Buy soup', 'Cook once for two days'] },
    {
      words: 'Walk further without stopping',
      steps: ['Walk to the corner', 'Walk to the park', 'Sit on the far bench'],
    },
  ],
  mental_health: [
    {
      words: 'Sleep through more nights',
      steps: ['Charge the phone in the kitchen', 'Get up at eight', 'No coffee after lunch', 'Try the breathing'],
    },
    {
      words: 'Have a quieter head in the mornings',
      steps: ['Open the curtains', 'Write one line', 'Sit outside for ten minutes'],
    },
    {
      words: 'Know what to do when it gets loud',
      steps: ['Write down what helped', 'Show it to somebody', 'Keep it by the bed'],
    },
  ],
  alcohol: [
    {
      words: 'Three days a week without a drink',
      steps: ['Choose the days', 'Buy the ginger beer', 'Tell my brother'],
    },
  ],
  smoking: [
    { words: 'Smoke outside only', steps: ['Move the ashtray', 'Wash the curtains', 'Ask about patches'] },
    {
      words: 'Stop by my birthday',
      steps: ['Ring the stop smoking line', 'Count for a week', 'Save the money in a jar'],
    },
  ],
  housing: [
    { words: 'Get the damp looked at', steps: ['Take photos', 'Ring the landlord', 'Write down the date they said'] },
    { words: 'Have one tidy room', steps: ['Clear the table', 'Two bags to the charity shop', 'Fix the lamp'] },
  ],
  relationships: [{ words: 'See my sister again', steps: ['Send a card', 'Ring on Sunday', 'Meet for tea'] }],
  work: [{ words: 'Find out what I could do', steps: ['Make a list', 'Go to the library', 'Ask about the course'] }],
  money: [
    {
      words: 'Know what comes in and goes out',
      steps: ['Open the letters', 'Write it on one page', 'Ask about the water bill'],
    },
  ],
  other: [{ words: 'Grow tomatoes', steps: ['Find pots', 'Buy seed', 'Water them'] }],
}

/** Of goals with more than three. */
export const moreSteps = ['Tell somebody how it went', 'Do it once more', 'Look back at the month'] as const

export const problemPhrases = [
  'Voices',
  'Worrying at night',
  'Pain in my back',
  'Going out alone',
  'Feeling numb',
  'Shouting at the children',
  'Not getting up',
  'Panic on the bus',
] as const

export const diaryPhrases = [
  'Slept badly. Got up anyway and had tea on the step.',
  'The walk was good. Came home before the rain.',
  'Rang about the letter. They were kinder than I thought.',
  'Too many people today. I needed the quiet.',
  'Cooked. Ate it, too.',
  'Nothing much. That is fine.',
  'My sister rang. We laughed about the old car.',
  'A hard morning. The afternoon was softer.',
  'I said no, and nothing bad happened.',
  'Felt like myself for about an hour.',
  'Could not settle. Put the radio on.',
  'Counted what I spent this week. Less than I feared.',
] as const

export const copingPhrases = [
  { words: 'Walk round the block, phone at home', whenToUse: 'When I cannot sit still' },
  { words: 'Cold water on my wrists', whenToUse: 'When it comes fast' },
  { words: 'Radio, low, in the kitchen', whenToUse: 'At night' },
  { words: 'Text Joe something ordinary', whenToUse: 'When I feel far away' },
  { words: 'Name five things I can see', whenToUse: 'On the bus' },
] as const

export const reflections = [
  'Going with somebody the first time.',
  'Doing it at the same time each day.',
  'Starting smaller than I wanted to.',
] as const
