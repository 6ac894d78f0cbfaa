import { connect } from 'node:net'

export interface BareHttp {
  /** Sends a whole request and resolves with the status once the whole answer is there. */
  send(request: string): Promise<number>
  close(): void
}

/**
 * A client over one kept-alive loopback connection that costs next to nothing: what is measured is the product and not
 * the client. Understands what the product answers, and no more of HTTP.
 */
export function bareHttp(port: number): Promise<BareHttp> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let answered: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined
    let text = ''
    socket.setEncoding('latin1')
    socket.once('error', reject)
    socket.on('connect', () =>
      resolve({
        send: (request) =>
          new Promise((resolve, reject) => {
            // A server closes a connection on which nothing was asked for a while.
            if (socket.destroyed) return reject(new Error('the server had closed the connection'))
            answered = { resolve, reject }
            socket.write(request)
          }),
        close: () => socket.destroy(),
      }),
    )
    socket.on('error', (error) => answered?.reject(error))
    socket.on('close', () => answered?.reject(new Error('the server closed the connection')))
    socket.on('data', (part: string) => {
      text += part
      const status = statusOfWhole(text)
      if (status === undefined) return
      text = ''
      answered?.resolve(status)
    })
  })
}

/** The status, once the answer has arrived in full. */
function statusOfWhole(text: string): number | undefined {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = text.slice(0, end).toLowerCase()
  const length = /content-length: (\d+)/.exec(head)?.[1]
  const isWhole = length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length - end - 4 >= Number(length)
  return isWhole ? Number(head.slice(9, 12)) : undefined
}
