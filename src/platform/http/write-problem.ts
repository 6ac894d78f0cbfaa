import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Say } from '../anywhere/message.ts'
import type { Problem } from '../anywhere/problem.ts'
import type { ProblemBody } from '../anywhere/problem-body.ts'
import { problemOf } from './problem-of.ts'

/** The one place that answers with a problem. What is not a problem is a defect: logged whole, shown as a bare 500. */
export function writeProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, say: Say): FastifyReply {
  const problem = problemOf(error)
  // A body that broke off is the sender's doing: nobody is left to answer, and nothing was stored.
  if (!problem && isBrokenOff(error, request)) request.log.info({ err: error }, 'a request broke off')
  else if (!problem) request.log.error({ err: error }, 'a request failed by a defect')
  const { status, body } = problem ? bodyOf(problem, request.id, say) : defect(request.id, say)
  if (status === 503) void reply.header('retry-after', '2')
  // Says to a program how it is asked to show who it is (RFC 6750); a browser would open a window of its own.
  if (status === 401 && request.headers.authorization) void reply.header('www-authenticate', 'Bearer realm="Ratchet"')
  if (status === 429) void reply.header('retry-after', String(problem?.values['seconds'] ?? 60))
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body))
}

export function bodyOf(problem: Problem, requestId: string, say: Say): { status: number; body: ProblemBody } {
  const body: ProblemBody = {
    type: `urn:ratchet:problem:${problem.kind}`,
    title: say(`problem.${problem.kind}`),
    status: problem.status,
    detail: say(problem.messageId, problem.values),
    instance: `urn:ratchet:request:${requestId}`,
    code: problem.messageId,
  }
  if (problem.fields.length > 0)
    body.errors = problem.fields.map(({ pointer, message, values }) => ({ pointer, detail: say(message, values) }))
  return { status: problem.status, body }
}

function defect(requestId: string, say: Say): { status: number; body: ProblemBody } {
  return {
    status: 500,
    body: {
      type: 'urn:ratchet:problem:defect',
      title: say('problem.defect'),
      status: 500,
      detail: say('http.defect', { requestId }),
      instance: `urn:ratchet:request:${requestId}`,
      code: 'http.defect',
    },
  }
}

/** Only the end of the connection itself: whoever fails while reading a body leaves it unread, too. */
function isBrokenOff(error: unknown, { raw }: FastifyRequest): boolean {
  return raw.errored !== null && raw.errored === error
}
