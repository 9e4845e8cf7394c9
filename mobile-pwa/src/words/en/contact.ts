export default {
  title: 'Contact that is safe',
  intro: 'Your team sees this at the top of your page. Nobody who helps you at home can see it.',
  doNotText: 'Do not send me texts',
  doNotPost: 'Do not post me letters',
  voicemail: 'Is a voicemail safe?',
  voicemails: { unsaid: 'I have not said', yes: 'Yes', no: 'No' },
  callFrom: 'Call me from',
  callUntil: 'Call me before',
  alias: 'Name to ask for',
  language: 'Language to speak',
  changes: 'Changes to these rules',
  changed: (when: string, device: string) => `Changed ${when}, on ${device}`,
  notYou:
    'If this was not you, somebody else has used your phone. Change your password and sign out your other devices.',
  save: 'Save',
  saving: 'Saving…',
  errors: { backwards: 'Choose an end time that is after the start', field: 'Check this' },
}
