export const signInWords = {
  title: 'Sign in to Cairn',
  email: 'E-mail',
  password: 'Password',
  enter: 'Sign in',
  entering: 'Signing in',
  locked: (minutes: number) => `Locked after ${minutes} minutes`,
  lockedByYou: 'Locked',
  unlock: 'Unlock',
  unlocking: 'Unlocking',
  kept: 'What you were typing is kept.',
  overTitle: 'Sign in to go on',
  over: (name: string) => `The session of ${name} is over. What was typed is kept for them, and emptied when somebody else signs in.`,
  insecure:
    'This address is not encrypted (http): anybody on the same network could read your password and every page that you open. Ask whoever runs Cairn here for its https address.',
  somebodyElse: 'Sign in as somebody else',
  soon: 'Cairn locks in a minute, because nothing has been pressed for a while.',
  stay: 'Stay signed in',
};
