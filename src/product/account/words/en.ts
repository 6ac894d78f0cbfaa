export const accountEn = {
  'account.none': 'There is no such account.',
  'account.taken': 'There is already an account with this e-mail address. Sign in with it.',
  'account.wrong-password': 'E-mail address or password is not right. Nothing else happened; try again.',
  'account.wrong-current': 'This is not your current password.',
  'account.too-many-tries':
    'Too many wrong tries. For safety, wait {minutes} minutes and try again, or ask an admin for a reset link.',
  'account.reset-gone': 'This link has been used or has run out. Ask an admin of your workspace for a new one.',
  'account.sign-in': 'Sign in',
  'account.sign-out': 'Sign out',
  'account.email': 'E-mail address',
  'account.email-help': 'Only to sign in with. Nothing is sent to it.',
  'account.password': 'Password',
  'account.password-help': 'At least 12 characters. A short sentence is easy to remember and hard to guess.',
  'account.forgotten':
    'Forgotten your password? An admin of your workspace can make you a link for a new one. Whoever runs the server can make one for a locked-out owner.',
  'account.new-password': 'New password',
  'account.new-password-for': 'For {email}. Every other sign-in of this account ends.',
  'account.set-password': 'Set the password and sign in',
  'account.current-password': 'Current password',
  'account.change-password': 'Change password',
  'account.change-password-lead': 'Other devices have to sign in again.',
  'account.password-changed': 'The password is changed. Other devices are signed out.',
  'account.everywhere': 'Signed in somewhere else?',
  'account.everywhere-lead': 'A lost phone, a shared computer: this ends every sign-in at once, this one too.',
  'account.sign-out-everywhere': 'Sign out everywhere',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof accountEn, string> {}
}
