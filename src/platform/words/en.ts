/** What the platform itself says: failures that no noun owns, and the names of kinds. */
export const platformEn = {
  'problem.not-json': 'That is not JSON',
  'problem.not-signed-in': 'Please sign in',
  'problem.not-recognised': 'That did not match',
  'problem.not-allowed': 'You may not do this',
  'problem.not-found': 'Not found',
  'problem.out-of-step': 'Something changed meanwhile',
  'problem.too-large': 'That is too large',
  'problem.wrong-type': 'Wrong type of content',
  'problem.wrong-host': 'Wrong address',
  'problem.bad-input': 'Something needs another look',
  'problem.too-many': 'Too many tries',
  'problem.busy': 'The server is busy',
  'problem.full': 'The disk is full',
  'problem.defect': 'Something broke on our side',

  'http.defect': 'Nothing of this request was stored. It is in the server log under {requestId}.',
  'http.not-json': 'The body is not valid JSON. Nothing was stored.',
  'http.too-large': 'The body is larger than {limit} bytes. Nothing was stored; send less at once.',
  'http.too-deep': 'The body is nested deeper than {limit} levels. Nothing was stored.',
  'http.broken-text':
    'The text holds a NUL or half a character, which cannot be kept. Nothing was stored; remove it and send again.',
  'http.wrong-type': 'This address takes {wanted}. Nothing was stored.',
  'http.bad-input':
    'Nothing was stored. Look at the marked {count, plural, one {field} other {fields}} and send again.',
  'http.none': 'There is nothing at this address.',
  'http.not-signed-in':
    'You are not signed in, or your sign-in has ended. Sign in and try again; what you typed is kept.',
  'http.not-allowed': 'Your role does not allow this here. Nothing was changed; an admin of the workspace can help.',
  'http.foreign-origin': 'The request came from another site than this one and was refused. Nothing was stored.',
  'http.wrong-host': 'This server does not answer to that host name. Set PUBLIC_URL to the address people use.',
  'http.too-many': 'That were too many requests. Wait {seconds} seconds and try again.',
  'http.busy': 'The server has more to do than it can. Nothing was stored; try again in a moment.',
  'http.full': 'The disk of the server is full. Reading still works; nothing was stored.',
  'http.key-reused': 'This idempotency key was used for a different request. Use a new key.',
  'http.key-running': 'The same request is still being worked on. Ask again in a moment.',
  'http.key-secret': 'This request was carried out before; its answer held a secret and was not kept.',
  'http.key-form': 'An idempotency key has 8 to 200 visible characters.',

  'http.bearer-malformed':
    'What stands after "Bearer" is no key of this product: a character is missing or wrong. Copy the whole key and send it again. Nothing was stored.',
  'http.bearer-dead':
    'This key opens nothing: it is not known here, has run out, was revoked, or the person it acted for has left. Nothing was stored. Make a new key under Settings, Keys.',
  'http.bearer-scope':
    'This key was not given "{scope}". Nothing was changed. Make a key that has it, if you have it yourself.',
  'http.bearer-not-here':
    'A key opens what is in its workspace, nothing else. Nothing was changed; do this signed in, in the browser.',
  'http.bearer-address': 'This key may not be used from the address that it came from. Nothing was stored.',
  'http.bearer-in-address':
    'A key stands in the address, where servers on the way write it down. Nothing was stored. Revoke that key, make a new one, and send it as "Authorization: Bearer".',
  'http.bearer-and-sign-in': 'A key and a sign-in came together. Nothing was stored; send one of them.',
  'http.bearer-rate':
    'This key may ask {most} times a minute, and has. Nothing was stored; wait {seconds} seconds and send it again.',

  'browser.unreachable': 'The server cannot be reached',
  'browser.offline': 'Nothing was sent. What you typed is kept; try again when the connection is back.',
  'browser.no-answer': 'The server gave no readable answer. What you typed is kept; try again in a moment.',

  'input.required': 'This is missing.',
  'input.unknown': 'Unknown field: {keys}.',
  'input.wrong-kind': 'This has the wrong form.',
  'input.too-short': 'At least {minimum} characters.',
  'input.too-long': 'At most {maximum} characters.',
  'input.too-small': 'At least {minimum}.',
  'input.too-big': 'At most {maximum}.',
  'input.too-few': 'At least {minimum}.',
  'input.too-many': 'At most {maximum}.',
  'input.not-email': 'This is not an e-mail address.',
  'input.not-date': 'This is not a date that exists.',
  'input.not-one-of': 'Choose one of: {options}.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof platformEn, string> {}
}
