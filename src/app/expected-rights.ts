/**
 * Who may call what: reviewed by people, not made from the policies, so that a wrong policy does not agree with itself.
 * One letter for each that may: (n)obody signed in, (v)iewer, (m)ember, (l)ead, (a)dmin, (o)wner. A role that may do
 * something to its own or its own team's things only is listed: which things is the rule's, and tested with the noun.
 */
export const expectedRights: Readonly<Record<string, string>> = {
  'POST /api/sign-ins': 'nvmlao',
  'DELETE /api/sign-ins/current': 'vmlao',
  'DELETE /api/sign-ins': 'vmlao',
  'POST /api/account/password': 'vmlao',
  'POST /api/password-resets/checks': 'nvmlao',
  'POST /api/password-resets': 'nvmlao',

  'GET /api/w/:workspace/settings': 'vmlao',
  'PUT /api/w/:workspace/settings': 'ao',

  'POST /api/set-up/checks': 'nvmlao',
  'POST /api/set-up': 'nvmlao',
  'GET /api/memberships': 'vmlao',
  'GET /api/w/:workspace/myself': 'vmlao',
  'PUT /api/w/:workspace/myself/hidden': 'vmlao',
  'GET /api/w/:workspace/people': 'vmlao',
  'PATCH /api/w/:workspace/people/:id': 'ao',
  'POST /api/w/:workspace/people/:id/deactivations': 'ao',
  'POST /api/w/:workspace/people/:id/reset-links': 'ao',
  'POST /api/w/:workspace/invitations': 'ao',
  'POST /api/invitations/checks': 'nvmlao',
  'POST /api/invitations/acceptances': 'nvmlao',
  'GET /api/w/:workspace/live': 'vmlao',

  'GET /api/w/:workspace/teams': 'vmlao',
  'POST /api/w/:workspace/teams': 'ao',
  'PUT /api/w/:workspace/teams/:id': 'ao',

  'GET /api/w/:workspace/notices': 'vmlao',
  'POST /api/w/:workspace/notices/readings': 'vmlao',
}
