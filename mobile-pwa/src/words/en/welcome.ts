export default {
  title: 'Welcome',
  purpose: 'Write to your care team. Know when they will answer. It works with no signal.',
  signUp: "Sign up, it's free",
  signIn: 'I have an account',
  tips: 'Read tips, with no account',
  helpFirst: 'You do not need an account to get help now.',
}
