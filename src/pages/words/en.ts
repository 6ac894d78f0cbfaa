/** What pages say that belongs to no noun: the frame, the doors, the API page. */
export const pagesEn = {
  'frame.today': 'Today',
  'frame.ideas': 'Ideas',
  'frame.trials': 'Trials',
  'frame.measures': 'Measures',
  'frame.gains': 'Gains',
  'frame.goals': 'Goals',
  'frame.people': 'People',
  'frame.settings': 'Settings',
  'frame.write': 'Write an idea',
  'frame.write-short': 'Write',
  'frame.found': 'Found',
  'frame.acts': 'Do',
  'frame.pages': 'Pages',
  'page.not-found': 'Nothing here',
  'page.not-found-help': 'There is nothing at this address, or it is not yours to see. Nothing is lost.',
  'page.back-home': 'Back to the start',
  'page.no-workspace': 'You are in no workspace',
  'page.no-workspace-help':
    'You are signed in, but nobody has invited you yet, or you have put your workspaces out of sight. Ask an admin for an invitation link.',
  'page.set-up': 'Set up Ratchet',
  'page.set-up-lead': 'You will own this installation and its first workspace. It takes a minute; no e-mail is sent.',
  'page.set-up-send': 'Start',
  'page.set-up-done': 'Ratchet is set up already',
  'page.set-up-invalid': 'This set-up link does not work',
  'page.set-up-invalid-help':
    'It is printed where Ratchet was started, works once and lasts a day. Restart Ratchet for a new one.',
  'page.join': 'Join',
  'page.join-to': 'Join {name}',
  'page.join-as': 'You were invited as: {role}.',
  'page.join-signed-in': 'You join as {email}, as whom you are signed in.',
  'page.join-have-account': 'Already have an account here? Sign in first, then open this link again.',
  'page.trial': 'Trial',
  'page.api': 'API',
  'page.api-lead': 'Everything that the pages do, programs can do too.',
  'page.api-open': 'Read the API reference',
  'page.api-about':
    'One contract for the pages, the command line and programs. Answers and failures are JSON; a failure says what happened, what was kept and what to do.',
  'page.api-machine': 'OpenAPI 3.1, for programs',
  'page.api-scope': 'A key needs the scope',
  'page.api-takes': 'Takes',
  'page.api-gives': 'Gives',
  'page.with-sample': 'Make a sample workspace beside it',
  'page.with-sample-help': 'Two finished trials on real published data, to look at. One click hides it.',
  'page.hidden': 'Out of sight',
  'page.hidden-lead': 'Workspaces that you have put out of sight. Nothing in them is gone.',
  'page.set-up-no-link':
    'Open the whole link that was printed where Ratchet was started; its end is missing here. Nothing is used up.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof pagesEn, string> {}
}
