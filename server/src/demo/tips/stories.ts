import type { DemoPiece } from './piece.ts'

type Written = Pick<DemoPiece, 'slug' | 'title' | 'summary' | 'body' | 'fiveWays' | 'topics' | 'authorLine'>

const written: readonly Written[] = [
  {
    slug: 'i-counted-red-doors',
    title: 'I counted red doors',
    summary: 'A man who had not gone out for a month walks round the block.',
    fiveWays: ['be_active', 'take_notice'],
    topics: ['mood'],
    authorLine: 'A man in his fifties (made up for the demo)',
    body: `I had not been further than the bins since Christmas. My coach asked what I could see from the window. I said doors. She said: “Next time, count the red ones.”

It took me nine days to go. I went at six in the morning so that nobody would see me. There were four red doors on my side. I came home and slept.

The next week I did the other side. Seven. A woman said good morning. I had forgotten that people do that.

> I would not say that walking fixed it. It gave me something to tell somebody.

I go most days now. I know every door. On bad days I still count.`,
  },
  {
    slug: 'the-envelope-drawer',
    title: 'The envelope drawer',
    summary: 'A mother of two tells somebody what was in it.',
    fiveWays: ['connect'],
    topics: ['money', 'family'],
    authorLine: 'A mother of two (made up for the demo)',
    body: `There was a drawer in the kitchen that I did not open. When it was full I used the bag from the shop.

I told my key worker by accident. She asked why I jumped when the post came. I thought she would be cross. She asked if we should look at three, and only three.

We looked at three. Two were the same one. The other was from the school about a trip.

It took until summer. A debt adviser rang the companies, which I could not have done. I pay a little every month. The children know that we are careful, and that it is not their fault.

> The drawer has tea towels in it now.`,
  },
  {
    slug: 'nobody-asked-about-me',
    title: 'Nobody asked about me',
    summary: 'A husband who cares for his wife finds somewhere to say so.',
    fiveWays: ['connect', 'give'],
    topics: ['caring', 'loneliness'],
    authorLine: 'A husband and carer (made up for the demo)',
    body: `When my wife came home, everybody asked how she was. I answered well. I knew the names of all the tablets.

A nurse asked me: “And who do you talk to?” I did not have an answer. I went and stood in the garden.

Now I write to the team when something worries me. They do not tell me what she tells them, and they do not tell her what I say. That is right. I would not want it any other way.

On Thursdays I sit with another man whose wife is like mine. We talk about football, mostly.

> It turns out that you can love somebody and be tired.`,
  },
]

export const stories: readonly DemoPiece[] = written.map((one) => ({
  ...one,
  kind: 'story',
  language: 'en',
  sources: [],
}))
