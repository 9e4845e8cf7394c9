/** What is said where an act was made that could not be saved, and no screen of its own speaks of it. */
export default {
  what: {
    questions: 'Your answers could not be sent',
    choices: 'One of your choices could not be saved',
    reminder: 'A reminder could not be saved',
    sleep: 'A change to your sleep could not be saved',
    problem: 'A change to a problem could not be saved',
    mood: 'A change to your mood could not be saved',
    moment: 'A change to a key moment could not be saved',
    diary: 'A change to your diary could not be saved',
    coping: 'A change to your coping ideas could not be saved',
    safetyPlan: 'A change to your safety plan could not be saved',
    aboutMe: 'A change to About me could not be saved',
    tip: 'A change to your tips could not be saved',
  },
  why: {
    questions:
      'Your team took them back, or you sent them from another device. Your team may not have seen these answers. If you need help now, tap Get help now.',
    full: 'There is no room for more. Delete one, then add it again.',
    other: 'It may have changed on another device first.',
  },
}
