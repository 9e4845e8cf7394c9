export default {
  bar: (name: string) => `You are supporting ${name}`,
  myself: 'Myself',
  supporting: 'People you support',
}
