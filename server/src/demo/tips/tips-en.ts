import { type DemoPiece, editors, everyMind, fiveSteps, source } from './piece.ts'

type Written = Omit<DemoPiece, 'kind' | 'language' | 'authorLine'>

const written: readonly Written[] = [
  {
    slug: 'awake-at-three',
    title: 'Awake at three in the morning',
    summary: 'What to do when you cannot sleep, and what to leave alone.',
    fiveWays: ['take_notice'],
    topics: ['sleep', 'worry'],
    sources: [source('NHS: Insomnia', 'https://www.nhs.uk/conditions/insomnia/'), everyMind],
    body: `Waking in the night is common. Most people wake a few times and do not remember.

## If you are still awake after a while

- Do not look at the clock. It only makes you count.
- Get up. Sit somewhere dim and warm.
- Do something dull: fold washing, or read a book you know.
- Go back to bed when your eyes feel heavy.

## If your mind is busy

Write down **one line** for each thing that is going round. Then write when you will look at it: “After breakfast.” You do not need to solve it now.

## In the morning

Get up at your usual time, even after a bad night. It feels unfair, and it helps the next night more than anything else does.

> One bad night is hard. It is not a sign of what is to come.

If you sleep badly for more than a month, talk to your team or your GP.`,
  },
  {
    slug: 'ring-one-person',
    title: 'Ring one person',
    summary: 'A short call with no reason, for days when you would rather not.',
    fiveWays: ['connect'],
    topics: ['loneliness', 'mood'],
    sources: [fiveSteps],
    body: `Feeling close to somebody does not take long. Five minutes is enough.

## Make it easy

1. Choose one person. The one who came to mind first is fine.
2. Choose a time. “After the news.”
3. Have a first line ready: “I have no news. I just wanted to hear you.”

## If they do not answer

Leave a short message, or send a text: “No need to ring back. I was thinking of you.” That counts.

## If there is nobody to ring

You can talk to **Samaritans** on [116 123](tel:116123), day or night. You do not have to be in a crisis. Many libraries and community centres have a table where people sit and talk as well.`,
  },
  {
    slug: 'to-the-end-of-the-road',
    title: 'To the end of the road and back',
    summary: 'A walk that is short enough to start.',
    fiveWays: ['be_active'],
    topics: ['mood', 'body'],
    sources: [source('NHS: Walking for health', 'https://www.nhs.uk/live-well/exercise/walking-for-health/')],
    body: `You do not need kit, a plan or a good mood. You need shoes.

## Today

Walk to the end of the road and back. If that is all, it is done.

## Tomorrow, or another day

- Go a lamp post further.
- Go at the same time each day, so that you need not decide.
- Take somebody, a dog, or the radio.

## If going out is hard

Stand at the open door for a minute. Walk up and down the hall while the kettle boils. It is the same muscles and the same breath.

> Ten minutes of brisk walking a day is good for your heart as well as your mood.`,
  },
  {
    slug: 'five-things-you-can-see',
    title: 'Five things you can see',
    summary: 'A way back to where you are, when worry runs ahead.',
    fiveWays: ['take_notice'],
    topics: ['worry'],
    sources: [source('Mind: Grounding exercises', 'https://www.mind.org.uk/information-support/')],
    body: `Worry lives in what might happen. This brings you back to the room you are in. It takes two minutes, and nobody can see you do it.

## Slowly, in your head

1. Five things you can **see**. A cup. The corner of a window.
2. Four things you can **feel**. Your feet on the floor.
3. Three things you can **hear**. Near, then far.
4. Two things you can **smell**.
5. One thing you can **taste**.

## Then

Breathe out, longer than you breathed in. Do that three times.

It may not take the worry away. It makes a little room beside it.`,
  },
  {
    slug: 'learn-one-small-thing',
    title: 'Learn one small thing',
    summary: 'Something new to think about that has nothing to do with how you are.',
    fiveWays: ['keep_learning'],
    topics: ['mood'],
    sources: [fiveSteps],
    body: `Learning gives your mind somewhere else to go. It need not be useful.

## Ideas for a quiet afternoon

- The names of three trees in your street.
- One song on whatever you have: a guitar, a glass, your hands.
- How to say good morning in a neighbour's language.
- A recipe with five things in it.

## Ideas with other people

Your **library** is free and warm. Most run a group where nobody minds if you only listen. Ask at the desk what is on this week.

## If you cannot concentrate

Five minutes is learning. Stop while it is still nice, and it will be easier to start again.`,
  },
  {
    slug: 'a-kindness-nobody-sees',
    title: 'A kindness nobody sees',
    summary: 'Giving a little helps the one who gives as well.',
    fiveWays: ['give'],
    topics: ['loneliness', 'mood'],
    sources: [fiveSteps],
    body: `Doing something for somebody else can lift a heavy day. Small is best, because small gets done.

## Things that take a minute

- Put a neighbour's bin back.
- Say thank you to somebody by name.
- Leave a book on the bus with “Take me” on it.

## Things that take an hour

Food banks, gardens and charity shops are glad of an hour. You can try once and see. **Ask what the job is first**, so you know what you are saying yes to.

## Look after yourself too

You can only give what you have. On a bad day, being kind to yourself is enough.`,
  },
  {
    slug: 'open-the-brown-envelope',
    title: 'Open the brown envelope',
    summary: 'How to look at a bill when you have been putting it off.',
    fiveWays: ['take_notice', 'connect'],
    topics: ['money', 'worry'],
    sources: [source('MoneyHelper', 'https://www.moneyhelper.org.uk/')],
    body: `Letters about money get heavier the longer they lie there. You do not have to pay anything today. You only have to know.

## Make it easy

1. Ask somebody to sit with you. They need not read it.
2. Open one. Only one.
3. Write down three things: **who** it is from, **how much**, and **by when**.

## Then

- Do not ring while you are upset. Tomorrow is fine.
- Free debt advice does not judge and costs nothing. Ask your team who gives it near you.
- If somebody is coming to the door, ask for their name and what they may do. You can ask for time.

> Owing money is not a fault in you. It happens to a lot of people, and there are ways through.`,
  },
  {
    slug: 'when-you-look-after-somebody',
    title: 'When you look after somebody',
    summary: 'A few things for the person who is always asked how the other one is.',
    fiveWays: ['connect', 'take_notice'],
    topics: ['caring', 'family'],
    sources: [source('Carers UK', 'https://www.carersuk.org/')],
    body: `If you wash, cook, ring, wait, lift or worry for somebody, you are a carer. You may never have called it that.

## What you can ask for

- A **carer's assessment** from the council. It is about you, and it is free.
- To be known as a carer at your GP surgery.
- Time off. Ask your employer about carer's leave.

## On an ordinary day

- One thing that is only yours: a walk, a programme, a shut door.
- Say “I am tired” to somebody before you are worn out.

## If it gets too much

Tell the team of the person you care for. They can listen to you without telling you anything private, and without telling them what you said.`,
  },
  {
    slug: 'the-first-year',
    title: 'The first year',
    summary: 'After somebody dies there is no right way to feel, and no timetable.',
    fiveWays: ['connect'],
    topics: ['grief', 'family'],
    sources: [source('Cruse Bereavement Support', 'https://www.cruse.org.uk/')],
    body: `Grief comes in waves. A good hour does not mean that you forgot. A bad one does not mean that you are back at the start.

## What people say helped

- Eating something, even if it is toast.
- One person who lets them talk about the one who died.
- Being ready for the dates: the birthday, the day itself. **Decide beforehand** where you will be.
- Leaving a coat on its hook until it was time.

## What can wait

Big choices about the house, money or work. If you can, give them a year.

## Ask for more help if

you cannot sleep or eat for weeks, or if you wish you had died too. Tell your team or ring [NHS 111](tel:111) and choose option 2. [Get help now](/help) has more numbers.`,
  },
  {
    slug: 'a-drink-less',
    title: 'A drink less',
    summary: 'Small changes for people who would like to drink a bit less.',
    fiveWays: ['be_active', 'take_notice'],
    topics: ['drink_and_smoking', 'sleep'],
    sources: [source('NHS: Drink less', 'https://www.nhs.uk/better-health/drink-less/')],
    body: `**If you drink every day and shake or sweat when you stop, do not stop suddenly.** That can be dangerous. Talk to your GP first.

## If you would like a bit less

- Keep two days a week with none. Choose which before the week begins.
- Buy the smaller bottle.
- Have something in your hand: fizzy water, tea, anything.
- Eat first.

## Know your times

When do you reach for it? After work, when it is quiet, after a row? Put something else there for ten minutes. A wish to drink often passes in that time.

## It helps with sleep

Drink makes you drop off, and then wakes you. Many people notice better nights within two weeks.`,
  },
  {
    slug: 'going-back-to-work',
    title: 'Going back to work',
    summary: 'What you can ask for, and what you need not say.',
    fiveWays: ['keep_learning', 'connect'],
    topics: ['work', 'worry'],
    sources: [source('Acas: Returning to work', 'https://www.acas.org.uk/')],
    body: `Going back after being unwell is often harder to think about than to do.

## Before the first day

- Ask for a short meeting. You can bring somebody.
- Ask for a **phased return**: fewer hours at first, then more.
- Decide what you will tell people. “I was unwell, and I am glad to be back” is a whole answer.

## You can ask for changes

A quieter desk, other hours, a break when you need one. The law calls these reasonable adjustments.

## The first week

Plan nothing for the evenings. Being tired does not mean that it is going badly.`,
  },
  {
    slug: 'a-warm-room',
    title: 'One warm room',
    summary: 'Staying warm and well when heating costs too much.',
    fiveWays: ['take_notice'],
    topics: ['home', 'body', 'money'],
    sources: [source('NHS: Keep warm, keep well', 'https://www.nhs.uk/live-well/seasonal-health/')],
    body: `Being cold is hard on your heart, your chest and your mood.

## Choose a room

- Heat the room you sit in to **18 degrees** if you can. Shut the door.
- Close the curtains when it gets dark.
- Wear layers, and socks.
- Something hot to eat or drink, often.

## Ask for help

- Your energy supplier must have a **priority services register**. Ask to be on it.
- Your council may know of grants. So may your team.
- Many libraries and halls have a warm space, with no questions.

## Be safe

Have a smoke alarm on each floor and test it. The fire service fits them free for many people.`,
  },
  {
    slug: 'screens-before-bed',
    title: 'Screens before bed',
    summary: 'An hour without a screen, and how to get through it.',
    fiveWays: ['take_notice'],
    topics: ['sleep'],
    sources: [everyMind],
    reviewDay: 5,
    body: `Put the phone to charge in another room an hour before bed.

- Use a clock to wake up.
- Read something on paper.
- If you need your phone for help in the night, keep it in reach, face down.`,
  },
  {
    slug: 'moving-house',
    title: 'Moving house',
    summary: 'A list for the week before.',
    fiveWays: ['connect'],
    topics: ['home'],
    sources: [],
    until: 'in_review',
    body: `- Tell your team, your GP and your bank.
- Pack one bag for the first night: kettle, bedding, tablets, charger.
- Ask one person to be there.`,
  },
  {
    slug: 'new-year-wishes',
    title: 'New year, small wishes',
    summary: 'One wish that can be done by Friday.',
    fiveWays: ['keep_learning'],
    topics: ['mood'],
    sources: [],
    until: 'draft',
    body: 'Choose one wish so small that it can be done by Friday.',
  },
]

export const tipsInEnglish: readonly DemoPiece[] = written.map((one) => ({
  ...one,
  kind: 'tip',
  language: 'en',
  authorLine: editors,
}))
